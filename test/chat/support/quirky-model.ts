import type {
  Behaviour,
  ChatQuirk,
  LocalBaseten,
} from '../../../local-baseten';
import { createBaseten } from '../../../src';
import { byEachEntry, type Question } from './entries';

export const COUNT = 'Count from 1 to 5';
export const WEATHER = 'What is the weather in Paris and Tokyo?';

const TOOLS: Question['tools'] = [
  {
    type: 'function',
    name: 'get_weather',
    description: 'Weather of a city',
    inputSchema: {
      type: 'object',
      properties: { city: { type: 'string' } },
      required: ['city'],
    },
  },
  {
    type: 'function',
    name: 'get_time',
    description: 'The current time',
    inputSchema: { type: 'object', properties: {}, required: [] },
  },
];

/** Each entry, with streams and with whole replies, of a model with quirks. */
export function quirkyModels({ apiKey, baseURL, behave }: LocalBaseten) {
  const model = createBaseten({ apiKey, baseURL })('openai/gpt-oss-120b');
  return byEachEntry(model).flatMap(({ entry, ask }) =>
    [true, false].map(stream => ({
      entry,
      stream,
      way: `${stream ? 'streamed' : 'whole'} by ${entry}`,
      ask: (
        text: string,
        quirks: readonly ChatQuirk[],
        behaviour: Behaviour = {},
      ) => {
        behave(() => ({ ...behaviour, quirks }));
        const prompt: Question['prompt'] = [
          { role: 'user', content: [{ type: 'text', text }] },
        ];
        const question = text === COUNT ? { prompt } : { prompt, tools: TOOLS };
        return ask(question, stream);
      },
    })),
  );
}
