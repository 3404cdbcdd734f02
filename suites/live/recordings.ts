import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Recording, recordingSchema } from '../replay/recording';
import { readValue } from './read-value';
import type { Exchange } from './send-probe';

/**
 * Writes the exchanges without keys and account data: `chat.json` for
 * `npm run replay`, and all others into `others.json`.
 *
 * @returns the path of `chat.json`.
 */
export function writeRecordings(
  exchanges: readonly Exchange[],
  { folder, apiKey }: { folder: string; apiKey: string },
): string {
  const chat: Recording[] = [];
  const others: object[] = [];
  for (const [place, exchange] of exchanges.entries()) {
    const record = toRecord(exchange, place, apiKey);
    const { data } = recordingSchema.safeParse(record);
    if (data === undefined) others.push(record);
    else chat.push(data);
  }
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'chat.json');
  writeFileSync(path, JSON.stringify(chat, null, 2));
  writeFileSync(join(folder, 'others.json'), JSON.stringify(others, null, 2));
  return path;
}

function toRecord(
  { kind, probe, reply }: Exchange,
  place: number,
  apiKey: string,
) {
  const { body = null, path = '' } = probe;
  const model = String(readValue(body, 'model') ?? '');
  const contentType = reply.headers.get('content-type') ?? '';
  return {
    name: `${place + 1} ${kind} ${path} ${model}`.trim(),
    model,
    stream: readValue(body, 'stream') === true,
    request: body instanceof FormData ? null : body,
    response: {
      status: reply.status,
      contentType,
      body: /^audio\//.test(contentType)
        ? `${reply.bytes.length} bytes`
        : removeAccount(reply.text, apiKey),
    },
  };
}

/** Ids of 32 hexadecimal digits, with hyphens or without. */
const LONG_ID = /\b[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}\b/g;

/** Ids stay apart from each other, and as long as they were. */
export function removeAccount(text: string, apiKey: string): string {
  const ids = new Map<string, string>();
  return text
    .replaceAll(apiKey, 'KEY')
    .replace(/\b(model|chain)-[a-z0-9]{8}\b/g, '$1-XXXXXXXX')
    .replace(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, 'user@example.com')
    .replace(LONG_ID, id => {
      const known = ids.get(id);
      if (known !== undefined) return known;
      const digits = String(ids.size + 1).padStart(32, '0');
      const number = id.includes('-')
        ? digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
        : digits;
      ids.set(id, number);
      return number;
    });
}
