import { inspect } from 'node:util';
import type { LocalBaseten } from '../../local-baseten';
import { captureError } from '../../test/support/capture-error';
import {
  answer,
  CHAT_FAULTS,
  type Fault,
  SOUND_FAULTS,
  TEXT_FAULTS,
} from './faults';
import { SOURCES, type Source } from './sources';
import { listWays, type Way } from './ways';

/** One way to an error: how it is called, where the key is, what goes wrong. */
export interface ErrorPath {
  way: Way;
  source: Source;
  faultName: string;
  fault: Fault;
}

const FAULTS = { chat: CHAT_FAULTS, texts: TEXT_FAULTS, sound: SOUND_FAULTS };

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
      Object.entries(FAULTS[way.kind]).map(([faultName, fault]) => ({
        way,
        source,
        faultName,
        fault,
      })),
    ),
  );
}

/** Goes one way and says whether the key, or a half of it, is in the error. */
export async function showsKey(
  { way, source, fault }: ErrorPath,
  key: string,
  local: LocalBaseten,
): Promise<boolean> {
  local.reset();
  local.behave(request => answer(fault, request));
  if (source.isEnvironment) process.env.BASETEN_API_KEY = key;
  else delete process.env.BASETEN_API_KEY;

  const error = await captureError(() =>
    way.call(source.settings(key), source.headers(key)),
  );
  const middle = Math.ceil(key.length / 2);
  const shown = [key, key.slice(0, middle), key.slice(middle)].flatMap(part => [
    part,
    encodeURIComponent(part),
  ]);
  return textsOf(error).some(text => shown.some(part => text.includes(part)));
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
