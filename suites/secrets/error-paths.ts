import { inspect } from 'node:util';
import type { Behaviour, LocalBaseten } from '../../local-baseten';
import { captureError } from '../../test/support/capture-error';
import { CHAT_FAULTS, soon, TEXT_FAULTS } from './faults';
import { SOURCES, type Source } from './sources';
import { listWays, type Way } from './ways';

/** One way to an error: how it is called, where the key is, what goes wrong. */
export interface ErrorPath {
  way: Way;
  source: Source;
  faultName: string;
  fault: Behaviour;
}

/** Forms of keys; too long to be found by accident. */
export const KEY_FORMS: Record<string, (random: () => number) => string> = {
  letters: random => draw(random, 'abcxyzABCXYZ0189-_.~', 24),
  'base64 in two parts': random =>
    `${draw(random, 'abcXYZ019+/', 12)}.${draw(random, 'abcXYZ019+/', 22)}==`,
  'a long one': random => draw(random, 'abcdefXYZ0123456789', 200),
};

export function listErrorPaths(local: LocalBaseten): ErrorPath[] {
  return listWays(local).flatMap(way =>
    SOURCES.flatMap(source =>
      Object.entries(way.kind === 'chat' ? CHAT_FAULTS : TEXT_FAULTS).map(
        ([faultName, fault]) => ({ way, source, faultName, fault }),
      ),
    ),
  );
}

/** Goes one way and says whether the key can be seen in the error. */
export async function showsKey(
  { way, source, fault }: ErrorPath,
  key: string,
  local: LocalBaseten,
): Promise<boolean> {
  local.reset();
  local.behave(() => soon(fault));
  if (source.isEnvironment) process.env.BASETEN_API_KEY = key;
  else delete process.env.BASETEN_API_KEY;

  const error = await captureError(() =>
    way.call(source.settings(key), source.headers(key)),
  );
  return textsOf(error).some(
    text => text.includes(key) || text.includes(encodeURIComponent(key)),
  );
}

/** All that a log might show of an error: causes, stacks and hidden parts. */
function textsOf(error: unknown): string[] {
  return [
    String(error),
    JSON.stringify(error),
    inspect(error, { depth: 8, showHidden: true, maxStringLength: null }),
    String(Object(error).stack),
  ];
}

function draw(random: () => number, letters: string, length: number): string {
  return Array.from(
    { length },
    () => letters[Math.floor(random() * letters.length)],
  ).join('');
}
