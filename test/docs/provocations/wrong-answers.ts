import { generateText, Output } from 'ai';
import { z } from 'zod/v4';
import type { LocalBaseten } from '../../../local-baseten';
import { createBaseten } from '../../../src';
import {
  chat,
  createToolCall,
  embed,
  MODEL_ID,
  PROMPT,
  type Provocation,
  stream,
} from './ask';

/** Answers that are not what was asked for. */
export function wrongAnswers(local: LocalBaseten) {
  const message = { role: 'assistant', content: 'a word' };
  const output = Output.object({ schema: z.object({ name: z.string() }) });

  return [
    () => chat(local, { body: 'Welcome!' }),
    () => chat(local, { body: '<html><title>Sign in</title>' }),
    () => chat(local, { body: '{"choices": [' }),
    () => chat(local, { body: { choices: 'none' } }),
    () => redirectForEver(local),
    () => stream(local, { stream: { events: [{ error: {} }, '[DONE]'] } }),
    () =>
      stream(local, {
        stream: { events: [createToolCall(undefined, '{}'), '[DONE]'] },
      }),
    () => {
      local.behave(() => ({ body: { data: [] } }));
      return embed(local, ['a']);
    },
    () => chat(local, {}, { output, maxOutputTokens: 2 }),
    () =>
      chat(
        local,
        { body: { choices: [{ index: 0, message, finish_reason: 'stop' }] } },
        { output },
      ),
  ] satisfies Provocation[];
}

/** A header that a redirect must not carry makes the package follow it. */
async function redirectForEver({ apiKey, baseURL, behave }: LocalBaseten) {
  const location = `${baseURL}/chat/completions`;
  behave(() => ({ status: 307, body: '', headers: { location } }));
  await generateText({
    model: createBaseten({ apiKey, baseURL, headers: { 'x-api-key': 'any' } })(
      MODEL_ID,
    ),
    prompt: PROMPT,
  });
}
