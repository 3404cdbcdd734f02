import { generateText } from 'ai';
import { describe, expect, it } from 'vitest';
import { createBaseten } from '../../src';
import { captureError } from '../support/capture-error';
import { useLocalBaseten } from '../support/use-local-baseten';

const server = await useLocalBaseten();
const { apiKey, baseURL } = server;
const provider = createBaseten({ apiKey, baseURL });

// A PNG of one pixel.
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

function describeImage(modelId: string, image: string | URL | Uint8Array) {
  return generateText({
    model: provider(modelId),
    messages: [
      {
        role: 'user',
        content: [
          { type: 'text', text: 'What is this?' },
          { type: 'file', mediaType: 'image/png', data: image },
        ],
      },
    ],
  });
}

function sentURL(): unknown {
  const { messages } = Object(server.requests.at(-1)?.body);
  return messages[0].content[1].image_url.url;
}

describe('an image', () => {
  it.each(['https://example.com/cat.png', 'https://example.com/cat?size=1'])(
    'at %s is passed on as its URL',
    async url => {
      await describeImage('moonshotai/Kimi-K3', new URL(url));

      expect(sentURL()).toBe(url);
    },
  );

  it('in memory is inlined', async () => {
    await describeImage('moonshotai/Kimi-K3', Buffer.from(PIXEL, 'base64'));

    expect(sentURL()).toBe(`data:image/png;base64,${PIXEL}`);
  });

  it('given as base64 is inlined', async () => {
    await describeImage('moonshotai/Kimi-K3', PIXEL);

    expect(sentURL()).toBe(`data:image/png;base64,${PIXEL}`);
  });

  it.each([
    ['zai-org/GLM-5.2', /image/],
    ['deepseek-ai/DeepSeek-V4-Pro-0813', /multimodal/],
  ])('is refused by %s in its own words', async (modelId, words) => {
    const error = await captureError(() => describeImage(modelId, PIXEL));

    expect(error).toMatchObject({
      name: 'AI_APICallError',
      statusCode: 400,
      isRetryable: false,
      message: expect.stringMatching(words),
    });
  });
});
