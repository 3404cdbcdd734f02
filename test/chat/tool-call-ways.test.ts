import type { LanguageModelV4 } from '@ai-sdk/provider';
import { expect, it } from 'vitest';
import { createBaseten } from '../../src';
import { toLanguageModelV2 } from '../../src/adapters/to-language-model-v2';
import { toLanguageModelV3 } from '../../src/adapters/to-language-model-v3';
import { createRandom } from '../../suites/lib/random';
import {
  type MeantCall,
  sayCalls,
  WAYS,
  type Way,
} from './support/tool-call-ways';

const SEED = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));

const TOOLS = ['list_files', 'pay'];

/** Pairs of calls, among them the same tool twice. */
function createPairs(random: () => number): MeantCall[][] {
  const call = (name: string): MeantCall => ({
    name,
    input: { text: `{"${random().toString(36)}\\"[`, list: [{}] },
  });
  const bare = (name: string): MeantCall => ({ name, input: undefined });
  return [
    [call('list_files'), call('pay')],
    [bare('list_files'), call('pay')],
    [call('list_files'), bare('pay')],
    [bare('list_files'), bare('pay')],
    [call('pay'), call('pay')],
    [bare('pay'), call('pay')],
    [call('pay'), bare('pay')],
    [bare('pay'), bare('pay')],
  ];
}

function toText(calls: readonly MeantCall[]): string {
  return calls
    .map(({ name, input }) => `${name} ${JSON.stringify(input ?? {})}`)
    .join(', ');
}

const OPTIONS = {
  prompt: [
    { role: 'user' as const, content: [{ type: 'text' as const, text: 'Hi' }] },
  ],
  tools: TOOLS.map(name => ({
    type: 'function' as const,
    name,
    inputSchema: {},
  })),
};

const ENTRIES: Record<
  string,
  (model: LanguageModelV4) => PromiseLike<{ stream: AsyncIterable<unknown> }>
> = {
  '@ai-sdk/baseten': model => model.doStream(OPTIONS),
  '@ai-sdk/baseten/ai-sdk-6': model =>
    toLanguageModelV3(model).doStream(OPTIONS),
  '@ai-sdk/baseten/ai-sdk-5': model =>
    toLanguageModelV2(toLanguageModelV3(model)).doStream(OPTIONS),
};

/** What comes out of a stream, as text. */
async function readCalls(
  text: string,
  open: (typeof ENTRIES)[string],
): Promise<string> {
  const fetch = async () => new Response(text);
  const model = createBaseten({ apiKey: 'key', fetch })('openai/gpt-oss-120b');
  const { stream } = await open(model);
  const calls: string[] = [];
  for await (const part of stream) {
    const { type, toolName, input, error } = Object(part);
    if (type === 'error') return `an error: ${error}`;
    if (type === 'tool-call') {
      calls.push(`${toolName} ${JSON.stringify(JSON.parse(input))}`);
    }
  }
  return calls.join(', ');
}

/**
 * A call without arguments and without an id of its own, of the tool that is
 * called beside it, is taken for its name sent once more. One tool too few is
 * called rather than one too many.
 */
function looksLikeOneCall(calls: readonly MeantCall[], { index, id }: Way) {
  return (
    index === 'zero' &&
    id !== 'on the first delta' &&
    id !== 'on each delta' &&
    calls[0]?.name === calls[1]?.name &&
    calls.some(({ input }) => input === undefined)
  );
}

const random = createRandom(SEED);
const pairs = createPairs(random);
const cut = random();

/** By the deltas of a stream all that they mean, said in one way or another. */
function collectMeanings(): Map<string, Set<string>> {
  const meanings = new Map<string, Set<string>>();
  const several = [
    ...pairs,
    ...pairs.flat().map(call => [call]),
    ...pairs.map(pair => [...pair, ...pair]),
  ];
  // Neither changes the deltas, of which an object counts as its text.
  const ways = WAYS.filter(
    way => way.hasFinishReason && way.arguments !== 'an object',
  );
  for (const calls of several) {
    for (const way of ways) {
      const { deltas } = sayCalls(calls, way, cut);
      const known = meanings.get(deltas) ?? new Set();
      meanings.set(deltas, known.add(toText(calls)));
    }
  }
  return meanings;
}

const meanings = collectMeanings();

it.each(Object.entries(ENTRIES))(
  'two calls come out as these two, said in any way that engines use, by %s',
  async (name, open) => {
    // The other entries go the same way, so a part of it tells.
    const share = name === '@ai-sdk/baseten' ? 1 : 0.1;
    const ways = WAYS.filter(({ closing, empties }) => !closing && empties < 2);
    const counts = { right: 0, undecidable: 0, oneCall: 0 };
    const undecidable = new Set<string>();
    const wrong: object[] = [];
    for (const calls of pairs) {
      for (const way of ways.filter(() => random() < share)) {
        const { text, deltas } = sayCalls(calls, way, cut);
        const read = await readCalls(text, open);
        if (read === toText(calls)) {
          counts.right += 1;
        } else if (meanings.get(deltas)?.has(read)) {
          counts.undecidable += 1;
          undecidable.add(
            `index ${way.index}, id ${way.id}: ${calls.map(call => `${call.name}(${call.input ? '...' : ''})`).join(', ')}${way.isSentAgain ? ', sent again' : ''}`,
          );
        } else if (looksLikeOneCall(calls, way)) {
          counts.oneCall += 1;
        } else {
          wrong.push({ way, calls: toText(calls), read });
        }
      }
    }
    const { right, oneCall } = counts;
    const total = right + oneCall + counts.undecidable + wrong.length;
    process.stdout.write(
      [
        `${name}, seed ${SEED}: ${right} of ${total} ways hold.`,
        `${counts.undecidable} cannot be told apart by anyone, ${oneCall} look like one call, ${wrong.length} are wrong.`,
        ...(process.env.VERBOSE ? undecidable : []),
        '',
      ].join('\n'),
    );

    expect(wrong.slice(0, 5)).toEqual([]);
    expect(right / total).toBeGreaterThan(0.8);
  },
  120_000,
);
