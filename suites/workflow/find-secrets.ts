import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const BASE64 = /[A-Za-z0-9+/_-]{16,}={0,2}/g;

/**
 * Searches all files of a folder, as they are and with what is base64 in them
 * decoded, since that is how the local world stores values.
 *
 * @returns those of the words that are in any of them.
 */
export function findWords(folder: string, words: readonly string[]): string[] {
  const contents = readFiles(folder).flatMap(text => [
    text,
    ...decodeBase64(text),
  ]);
  return words.filter(word => contents.some(text => text.includes(word)));
}

/** Starts again where a file is gone: the world writes aside, then renames. */
function readFiles(folder: string, attempts = 20): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => readFileSync(join(entry.parentPath, entry.name), 'latin1'));
  } catch (error) {
    if (attempts > 1 && Object(error).code === 'ENOENT') {
      return readFiles(folder, attempts - 1);
    }
    throw error;
  }
}

function decodeBase64(text: string): string[] {
  return [...text.matchAll(BASE64)].map(([encoded]) =>
    Buffer.from(encoded, 'base64').toString('latin1'),
  );
}
