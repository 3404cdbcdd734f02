import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import type { Behaviour, LocalBaseten } from '../../../local-baseten';
import { createBaseten } from '../../../src';
import { type Outcome, runExchange } from '../../../suites/replay/run-exchange';

export const PROMPT: LanguageModelV4CallOptions['prompt'] = [
  { role: 'user', content: [{ type: 'text', text: 'Hi' }] },
];

/** Has a model asked, streamed or not, and gathers what comes back. */
export async function ask(
  { apiKey, baseURL, behave }: LocalBaseten,
  {
    stream,
    behaviour,
    prompt = PROMPT,
  }: {
    stream: boolean;
    behaviour: Behaviour;
    prompt?: LanguageModelV4CallOptions['prompt'];
  },
): Promise<Outcome> {
  behave(() => behaviour);
  const model = createBaseten({ apiKey, baseURL })('zai-org/GLM-5.2');
  return await runExchange(model, { prompt }, stream);
}
