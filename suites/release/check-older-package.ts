import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startLocalBaseten } from '../../local-baseten/index';
import manifest from '../../package.json' with { type: 'json' };
import { runOrThrow } from '../lib/run-command';
import { runNpm } from '../lib/run-npm';
import { packForMajor } from './older-package';

/** As a host does it that knows no more than the name of the package. */
const PROGRAM = `
import { createBaseten } from '@ai-sdk/baseten';
import { generateText } from 'ai';

const baseten = createBaseten({ baseURL: process.env.BASE_URL });
const { text } = await generateText({
  model: baseten('openai/gpt-oss-120b'),
  prompt: 'Hello!',
});
console.log(text.length > 0 ? 'answered' : 'empty');
`;

/**
 * Installs the package for an older major beside the newest AI SDK of that
 * major and asks a chat model by the main entry.
 *
 * @throws an error with all output if there is no answer.
 */
export async function checkOlderPackage(
  tarball: string,
  major: number,
  folder: string,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const older = await packForMajor(tarball, major, folder);
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({
      private: true,
      type: 'module',
      dependencies: {
        '@ai-sdk/baseten': `file:${older}`,
        ai: String(major),
        zod: manifest.devDependencies.zod,
      },
    }),
  );
  writeFileSync(join(folder, 'main.js'), PROGRAM);
  await runNpm(['install', '--prefer-offline'], folder);

  await using server = await startLocalBaseten();
  const { stdout } = await runOrThrow(process.execPath, ['main.js'], {
    folder,
    env: { BASE_URL: server.baseURL, BASETEN_API_KEY: server.apiKey },
  });
  if (stdout.trim() !== 'answered') {
    throw new Error(`Expected an answer, got ${JSON.stringify(stdout)}.`);
  }
}
