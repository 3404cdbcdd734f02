import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import { generateText, type ModelMessage } from 'ai';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toLanguageModelV3 } from '../../src/adapters/to-language-model-v3';
import { createModel } from './create-model';

describe('messages that AI SDK 7 translates into V3', () => {
  const text = fc.record({
    type: fc.constant('text' as const),
    text: fc.string({ minLength: 1 }),
  });
  const file = fc.record({
    type: fc.constant('file' as const),
    mediaType: fc.constantFrom('image/png', 'application/pdf', 'text/plain'),
    data: fc.oneof(
      fc.uint8Array({ minLength: 1 }),
      fc.base64String({ minLength: 4 }),
    ),
    filename: fc.string(),
  });
  const output = fc.oneof(
    fc.record({ type: fc.constant('text' as const), value: fc.string() }),
    fc.record({ type: fc.constant('json' as const), value: fc.jsonValue() }),
    fc.record({
      type: fc.constant('content' as const),
      value: fc.array(
        fc.oneof(
          text,
          fc.record({
            type: fc.constant('file' as const),
            mediaType: fc.constantFrom('image/png', 'text/plain'),
            data: fc.record({
              type: fc.constant('data' as const),
              data: fc.base64String({ minLength: 4 }),
            }),
            filename: fc.string(),
          }),
        ),
      ),
    }),
  );
  const messages = fc.tuple(
    fc.array(fc.oneof(text, file), { minLength: 1 }),
    fc.array(text),
    output,
  );

  it('are the same again after the way back', async () => {
    await fc.assert(
      fc.asyncProperty(messages, async ([user, assistant, result]) => {
        const call = { toolCallId: 'c1', toolName: 'camera' };
        const given = [
          { role: 'user', content: user },
          {
            role: 'assistant',
            content: [...assistant, { type: 'tool-call', ...call, input: {} }],
          },
          {
            role: 'tool',
            content: [{ type: 'tool-result', ...call, output: result }],
          },
        ] satisfies ModelMessage[];

        expect(
          await promptOf(given, model => toLanguageModelV3(model)),
        ).toEqual(await promptOf(given, model => model));
      }),
    );
  });
});

/** What a model is asked, with `adapt` between it and AI SDK 7. */
async function promptOf(
  messages: ModelMessage[],
  adapt: (
    model: ReturnType<typeof createModel>['model'],
  ) => Parameters<typeof generateText>[0]['model'],
): Promise<LanguageModelV4CallOptions['prompt'] | undefined> {
  const { model, calls } = createModel({
    content: [{ type: 'text', text: 'a' }],
  });
  await generateText({ model: adapt(model), messages });
  return calls[0]?.prompt;
}
