import {
  AISDKError,
  InvalidArgumentError,
  LoadAPIKeyError,
} from '@ai-sdk/provider';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBaseten } from '../../src';
import { createCredentials } from '../../src/settings/credentials';
import { captureError } from '../support/capture-error';
import { useLocalBaseten } from '../support/use-local-baseten';

const server = await useLocalBaseten();
const { apiKey, baseURL, modelURL } = server;

const name = fc.oneof(
  fc.constantFrom(
    ...['authorization', 'Authorization', 'user-agent', 'x-own', 'cookie'],
    ...['content-type', 'accept', 'constructor', 'toString', '__proto__', ''],
  ),
  fc.stringMatching(/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,12}$/),
  fc.string({ maxLength: 8 }),
);
const value = fc.oneof(
  fc.constantFrom('', ' ', 'a', 'Bearer key', 'Api-Key key', 'é', '€', '\n'),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ maxLength: 12 }),
  fc.constant(undefined),
);
const headers = fc.dictionary(name, value, { maxKeys: 4 });

describe('headers of any kind', () => {
  it('are sent by Node or are an InvalidArgumentError that does not repeat them', async () => {
    await fc.assert(
      fc.asyncProperty(headers, headers, async (settings, call) => {
        const credentials = createCredentials({ apiKey, headers: settings });
        let created: Record<string, string>;
        try {
          ({ headers: created } = await credentials.createHeaders(call));
        } catch (error) {
          expect(InvalidArgumentError.isInstance(error)).toBe(true);
          const named = /header (".*") to/.exec(String(error))?.[1] ?? '';
          expect(
            Object.keys({ ...settings, ...call }).map(key => key.toLowerCase()),
          ).toContain(JSON.parse(named));
          return;
        }
        expect(() => new Headers(created)).not.toThrow();
        expect(created['user-agent']).toMatch(/ai-sdk\/baseten\//);
        expect(created.authorization).toEqual(expect.any(String));
      }),
      { numRuns: 2000 },
    );
  });

  it('arrive as they were given, or the call ends with an error of the AI SDK', async () => {
    await fc.assert(
      fc.asyncProperty(
        headers,
        fc.constantFrom('chat', 'embedding'),
        async (given, kind) => {
          server.reset();
          server.behave(() => ({ status: 400, body: { error: 'no' } }));
          const provider = createBaseten({
            apiKey,
            ...(kind === 'chat' ? { baseURL } : { modelURL }),
            headers: given,
          });
          const error = await captureError(() =>
            kind === 'chat'
              ? provider('a').doGenerate({ prompt: [] })
              : provider.embeddingModel().doEmbed({ values: ['a'] }),
          );

          expect(AISDKError.isInstance(error)).toBe(true);
          const [request] = server.requests;
          const own = Object.entries(given).filter(([key]) =>
            key.toLowerCase().startsWith('x-'),
          );
          for (const [key, text] of request == null ? [] : own) {
            expect(request?.headers[key.toLowerCase()]).toBe(text?.trim());
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

it('a key of any kind is sent as it is or is a LoadAPIKeyError without it', async () => {
  const key = fc.oneof(
    fc.string({ minLength: 1, maxLength: 30 }),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }),
    fc
      .tuple(
        fc.constantFrom('', ' ', '"', '“', "'", 'Bearer ', 'Api-Key ', '\n'),
        fc.stringMatching(/^[\x21-\x7e]{1,20}$/),
        fc.constantFrom('', ' ', '"', '”', "'", '\r\n'),
      )
      .map(parts => parts.join('')),
  );
  await fc.assert(
    fc.asyncProperty(key, async given => {
      try {
        const { headers: sentHeaders } = await createCredentials({
          apiKey: given,
        }).createHeaders();
        const [, sent = ''] =
          /^Bearer (.+)$/.exec(sentHeaders.authorization ?? '') ?? [];
        expect(sent).toMatch(/^[\x21-\x7e]+$/);
        expect(given.trim().endsWith(sent)).toBe(true);
      } catch (error) {
        expect(LoadAPIKeyError.isInstance(error)).toBe(true);
        if (given.length > 10) expect(String(error)).not.toContain(given);
      }
    }),
    { numRuns: 3000 },
  );
});
