import { BASETEN_CHAT_MODELS } from '../../../src/chat/baseten-chat-models';
import type { Fact, Probe, ProbeReply } from '../fact';
import { readList, readValue } from '../read-value';
import { ask, withLittleReasoning } from './chat-requests';
import { readChunks, readFinishReasons } from './streams';

const EXPECTED = 'an id of its own for each call, input in JSON';

function askForCalls(model: string): Probe {
  return ask(
    model,
    {
      max_tokens: 300,
      ...withLittleReasoning(model),
      stream: true,
      tools: [
        {
          type: 'function',
          function: {
            name: 'weather',
            description: 'Tells the weather of one city.',
            parameters: {
              type: 'object',
              properties: { city: { type: 'string' } },
              required: ['city'],
            },
          },
        },
      ],
      tool_choice: 'required',
    },
    'What is the weather in Paris and in Tokyo? Call the tool for both in parallel.',
  );
}

/** What the deltas of a stream make of each call, by its index. */
function readCalls(reply: ProbeReply) {
  const calls = new Map<unknown, { ids: Set<unknown>; input: string }>();
  for (const chunk of readChunks(reply)) {
    for (const delta of readList(
      chunk,
      ...['choices', 0, 'delta', 'tool_calls'],
    )) {
      const index = readValue(delta, 'index');
      const call = calls.get(index) ?? { ids: new Set(), input: '' };
      const id = readValue(delta, 'id');
      if (id) call.ids.add(id);
      call.input += readValue(delta, 'function', 'arguments') ?? '';
      calls.set(index, call);
    }
  }
  return [...calls.values()];
}

function see(reply: ProbeReply): string | undefined {
  if (reply.status !== 200) {
    return `${reply.status} ${reply.text.slice(0, 80)}`;
  }
  if (readFinishReasons(reply).includes('length')) return undefined;
  const calls = readCalls(reply);
  const faults = [
    calls.length === 0 && 'no call',
    calls.some(({ ids }) => ids.size > 1) && 'several ids for one call',
    calls.some(({ ids }) => ids.size === 0) && 'a call without an id',
    new Set(calls.flatMap(({ ids }) => [...ids])).size <
      calls.reduce((sum, { ids }) => sum + ids.size, 0) &&
      'one id for several calls',
    calls.some(({ input }) => !isJson(input)) && 'input that is not JSON',
  ].filter(fault => fault !== false);
  return faults.join(', ') || EXPECTED;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Whether today's models still show the faults that the package repairs. */
export const TOOL_CALLS: Fact[] = BASETEN_CHAT_MODELS.map(({ id }) => ({
  name: `${id}: streamed tool calls`,
  expected: EXPECTED,
  source: 'recorded of three models in May and June 2026',
  kind: 'Model APIs',
  model: id,
  probes: [askForCalls(id)],
  see,
}));
