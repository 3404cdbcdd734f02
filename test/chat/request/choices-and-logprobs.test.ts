import { describe, expect, it } from 'vitest';
import { useLocalBaseten } from '../../support/use-local-baseten';
import { PROMPT } from '../support/ask';
import { createSender } from '../support/create-sender';

const server = await useLocalBaseten();
const { deployed } = createSender(server);

it('returns log probabilities, streamed and not', async () => {
  server.behave(() => ({ quirks: ['logprobs'] }));
  const asked = {
    prompt: PROMPT,
    providerOptions: { baseten: { logprobs: true } },
  };
  const { providerMetadata } = await deployed.doGenerate(asked);
  const { stream } = await deployed.doStream(asked);
  const logprob = { token: 'One', logprob: -0.25, top_logprobs: [] };
  const streamed: unknown[] = [];
  let deltas = 0;
  for await (const part of stream) {
    if (part.type === 'finish') streamed.push(part.providerMetadata);
    if (/^(?:text|reasoning)-delta$/.test(part.type)) deltas += 1;
  }

  expect(providerMetadata?.baseten?.logprobs).toMatchObject([logprob]);
  expect(streamed).toEqual([
    {
      baseten: expect.objectContaining({
        // One of each chunk, that with the finish reason included.
        logprobs: Array.from({ length: deltas + 1 }, () => logprob),
      }),
    },
  ]);
});

describe('several choices', () => {
  it.each([true, false])(
    'give the first, with a warning, streamed: %s',
    async isStreamed => {
      const { content } = await deployed.doGenerate({ prompt: PROMPT });
      server.behave(() => ({ quirks: ['second-choice'] }));
      const options = {
        prompt: PROMPT,
        providerOptions: { baseten: { n: 2 } },
      };
      const texts: string[] = [];
      const warnings: object[] = [];
      if (isStreamed) {
        const { stream } = await deployed.doStream(options);
        for await (const part of stream) {
          if (part.type === 'text-delta') texts.push(part.delta);
          if (part.type === 'stream-start') warnings.push(...part.warnings);
        }
      } else {
        const result = await deployed.doGenerate(options);
        warnings.push(...result.warnings);
        for (const part of result.content) {
          if (part.type === 'text') texts.push(part.text);
        }
      }

      expect(texts.join('')).toBe(
        content
          .flatMap(part => (part.type === 'text' ? part.text : ''))
          .join(''),
      );
      expect(texts.join('')).not.toBe('');
      expect(warnings).toMatchObject([
        { type: 'other', message: expect.stringContaining('first choice') },
      ]);
    },
  );
});
