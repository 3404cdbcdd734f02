import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import { generateText } from 'ai';
import type { LocalBaseten } from '../../../local-baseten';
import { createBaseten } from '../../../src';
import { createLongAudio } from '../../support/create-long-audio';
import {
  decide,
  embed,
  hear,
  MODEL_ID,
  PROMPT,
  type Provocation,
  say,
  sayInStream,
} from './ask';

const NO_DATA =
  '[{"role":"user","content":[{"type":"file","mediaType":"image/png"}]}]';
const OLD_RESULT = `[{"role":"tool","content":[{"type":"tool-result",
  "toolCallId":"a","toolName":"b",
  "output":{"type":"content","value":[{"type":"media"}]}}]}]`;

/** Calls that the package or the local Baseten refuses by itself. */
export function wrongCalls(local: LocalBaseten) {
  const { apiKey, baseURL } = local;
  const baseten = createBaseten({ apiKey, baseURL });
  const image = {
    type: 'file' as const,
    mediaType: 'image/png',
    data: new URL('https://example.com/harbour.png'),
  };
  const see = (modelId: string) =>
    generateText({
      model: baseten(modelId),
      messages: [{ role: 'user', content: [image] }],
    });

  const call = (options: Partial<LanguageModelV4CallOptions>) =>
    baseten(MODEL_ID).doGenerate({ prompt: [], ...options });

  return [
    () => embed(local, ['a'], { batchSize: 0 }),
    () => embed(local, JSON.parse('[1]')),
    () => call({ providerOptions: { baseten: { stream: true } } }),
    () => call({ providerOptions: { baseten: { tools: 'none' } } }),
    () => call({ prompt: JSON.parse(NO_DATA) }),
    () =>
      call({
        prompt: JSON.parse(OLD_RESULT),
        providerOptions: { baseten: { multiPartToolResults: true } },
      }),
    () => embed(local, new Array(200).fill('a'), { batchSize: 200 }),
    () => decide(local, { type: 'choice', criteria: { only: null } }),
    () => decide(local, { type: 'score', criteria: ['only'] }),
    () =>
      decide(local, { type: 'boolean' }, [
        {
          type: 'file',
          mediaType: 'image/png',
          data: { type: 'url', url: new URL('https://a.co/b.png') },
        },
      ]),
    ...[
      { audio: '' },
      { audio: 'a text, not a sound' },
      { mediaType: 'text/plain' },
      { audio: createLongAudio() },
    ].map(call => () => hear(local, call)),
    () => say(local, { text: '' }),
    () => say(local, { text: 'Hi' }, 'predict'),
    () => sayInStream(local, {}, 'bob'),
    () => see('zai-org/GLM-5.2'),
    () => see(MODEL_ID),
    () =>
      generateText({
        model: baseten(MODEL_ID),
        prompt: PROMPT,
        providerOptions: { baseten: { logprobs: true } },
      }),
    () =>
      generateText({
        model: createBaseten({ apiKey: 'wrong', baseURL })(MODEL_ID),
        prompt: PROMPT,
      }),
    () => generateText({ model: baseten('no/such-model'), prompt: PROMPT }),
    () => generateText({ model: baseten(), prompt: PROMPT }),
  ] satisfies Provocation[];
}
