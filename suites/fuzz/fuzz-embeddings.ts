import { isDeepStrictEqual } from 'node:util';
import { AISDKError } from '@ai-sdk/provider';
import type { LocalBaseten } from '../../local-baseten';
import {
  createEmbeddingModel,
  TRANSPORTS,
} from '../../test/support/create-embedding-model';
import { EMBEDDING_DIFFERENCES } from './differences';
import type { Draw } from './draw';
import type { Verdict } from './fuzzer';

interface EmbeddingReply {
  /** What the server sends. */
  body: string;
  count: number;
}

/** A reply in one of the forms that servers give it, one in three of them cut. */
export async function fuzzEmbeddings(
  draw: Draw,
  local: LocalBaseten,
): Promise<Verdict> {
  const reply = createReply(draw);
  const length = Buffer.byteLength(reply.body);
  const transport = draw.pick(TRANSPORTS);
  return await compare(reply, local, {
    transport,
    cutAfterBytes: draw.chance(0.33) ? draw.number(0, length - 1) : length,
    // The native client writes to stdout when a connection is destroyed.
    cutBy: transport === 'native' ? 'end' : draw.pick(['end', 'destroy']),
  });
}

/** One small reply, cut at each of its bytes over both transports. */
export async function cutEverywhere(
  local: LocalBaseten,
): Promise<{ same: number; wrong: object[] }> {
  const reply = {
    count: 2,
    body: write(
      [
        [0.5, -1],
        [0.25, 2],
      ],
      [1, 0],
      2,
    ),
  };
  let same = 0;
  const wrong: object[] = [];
  for (const transport of TRANSPORTS) {
    for (const cutBy of ['end', 'destroy'] as const) {
      for (
        let cutAfterBytes = 0;
        cutAfterBytes <= reply.body.length;
        cutAfterBytes += 1
      ) {
        const verdict = await compare(reply, local, {
          transport,
          cutAfterBytes,
          cutBy,
        });
        if (verdict.kind === 'wrong') wrong.push(verdict.details);
        else same += 1;
      }
    }
  }
  return { same, wrong };
}

/** The right vectors for a whole reply, an error of the SDK for any other. */
async function compare(
  { body, count }: EmbeddingReply,
  local: LocalBaseten,
  cut: {
    transport: (typeof TRANSPORTS)[number];
    cutAfterBytes: number;
    cutBy: 'end' | 'destroy';
  },
): Promise<Verdict> {
  local.reset();
  local.behave(() => ({
    body,
    headers: { 'retry-after-ms': '0' },
    stream: { cutAfterBytes: cut.cutAfterBytes, cutBy: cut.cutBy },
  }));
  const received = Buffer.from(body).subarray(0, cut.cutAfterBytes).toString();
  const plain = decodeNaively(received, count);
  const ours = await createEmbeddingModel(local, cut.transport)
    .doEmbed({ values: Array.from({ length: count }, () => 'a') })
    .then(
      ({ embeddings }) => embeddings,
      (error: unknown) => {
        if (!AISDKError.isInstance(error)) throw error;
        return undefined;
      },
    );
  if (isDeepStrictEqual(ours, plain)) {
    return { kind: 'same' };
  }
  const difference = EMBEDDING_DIFFERENCES.find(({ explains }) =>
    explains({ transport: cut.transport, ours, plain }),
  );
  return difference === undefined
    ? { kind: 'wrong', details: { ...cut, body, ours, plain } }
    : { kind: 'documented', difference: difference.name };
}

function createReply(draw: Draw): EmbeddingReply {
  const count = draw.number(1, 5);
  const dimensions = draw.number(1, 9);
  const vectors = Array.from({ length: count }, () =>
    Array.from({ length: dimensions }, () =>
      // Among them some that no vector may hold.
      draw.chance(0.01)
        ? draw.pick([Number.NaN, Number.POSITIVE_INFINITY])
        : draw.pick([
            0,
            -0,
            1e-45,
            3.4028234663852886e38,
            Math.fround(draw.number(-1e6, 1e6) / 1e6),
          ]),
    ),
  );
  const order = [...vectors.keys()];
  if (draw.chance(0.5)) order.reverse();
  // Some reply repeats an index, or is one short.
  if (draw.chance(0.05)) order[0] = order.at(-1) ?? 0;
  if (draw.chance(0.05)) order.pop();
  const spaces = draw.pick([0, 2]);
  return { count, body: write(vectors, order, spaces, draw.chance(0.3)) };
}

function write(
  vectors: number[][],
  order: number[],
  spaces: number,
  asNumbers = false,
): string {
  const data = order.map(index => {
    const vector = vectors[index] ?? [];
    return {
      object: 'embedding',
      index,
      embedding: asNumbers
        ? vector
        : Buffer.from(Float32Array.from(vector).buffer).toString('base64'),
    };
  });
  const usage = { prompt_tokens: 7, total_tokens: 7 };
  return JSON.stringify(
    { object: 'list', data, model: 'any', usage },
    null,
    spaces,
  );
}

/** Decodes a reply in the plainest way; `undefined` if it is not a right one. */
function decodeNaively(text: string, count: number): number[][] | undefined {
  try {
    const { data }: { data: Array<{ index: number; embedding: unknown }> } =
      JSON.parse(text);
    const vectors = Array.from({ length: count }, (_, index) =>
      readNaively(data.find(item => item.index === index)?.embedding),
    );
    return data.length === count && vectors.flat().every(Number.isFinite)
      ? vectors
      : undefined;
  } catch {
    return undefined;
  }
}

function readNaively(embedding: unknown): number[] {
  if (Array.isArray(embedding)) {
    return embedding.map(number => number ?? Number.NaN);
  }
  if (typeof embedding !== 'string') throw new TypeError('no vector');
  const bytes = Buffer.from(embedding, 'base64');
  return Array.from({ length: bytes.length / 4 }, (_, at) =>
    bytes.readFloatLE(at * 4),
  );
}
