import { join } from 'node:path';
import ts from 'typescript';
import { PROJECT } from '../../../suites/lib/folders';
import type { Program } from './markdown-programs';

/**
 * Compiles programs as the project's own code is compiled, against the built
 * package, and lists what the compiler says.
 */
export function findTypeErrors(
  programs: Program[],
  options: ts.CompilerOptions = {},
): string[] {
  const { config } = ts.readConfigFile(
    join(PROJECT, 'tsconfig.json'),
    ts.sys.readFile,
  );
  const compilerOptions = {
    ...ts.convertCompilerOptionsFromJson(config.compilerOptions, PROJECT)
      .options,
    // An example may stop where it has shown its point.
    noUnusedLocals: false,
    ...options,
  };

  const codes = new Map(
    programs.map(({ title, code }) => [
      join(PROJECT, `${title}.ts`.replaceAll('/', '-')),
      code,
    ]),
  );
  const host = ts.createCompilerHost(compilerOptions);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = file => codes.has(file) || fileExists(file);
  host.readFile = file => codes.get(file) ?? readFile(file);
  host.getSourceFile = (file, ...rest) => {
    const code = codes.get(file);
    return code == null
      ? getSourceFile(file, ...rest)
      : ts.createSourceFile(file, code, ts.ScriptTarget.ES2022);
  };

  const program = ts.createProgram([...codes.keys()], compilerOptions, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(diagnostic => ts.formatDiagnostic(diagnostic, host));
}
