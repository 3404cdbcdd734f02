import { expect } from 'vitest';
import { startLocalBaseten } from '../../local-baseten';
import { type Program, runProgram } from './programs/markdown-programs';

/**
 * Runs a program of a page against a local Baseten. One that imports the AI SDK
 * has to print something.
 */
export async function expectProgramToRun(
  program: Program,
  output = /\S/,
): Promise<void> {
  await using local = await startLocalBaseten();
  const { exitCode, stdout, stderr } = await runProgram(program, local);

  expect(stderr).toBe('');
  expect(exitCode).toBe(0);
  if (program.code.includes("from 'ai'")) {
    expect(stdout).toMatch(output);
  }
}
