import type { Fact, Probe, ProbeReply } from '../fact';
import { readList, readValue } from '../read-value';
import { seeRefusal } from './refusals';

const kind = 'embeddings';
const TEXTS = [
  'sunny day at the beach',
  'rainy afternoon in the city',
  'snowy mountain peak',
];

const embed = (fields: object): Probe => ({
  path: '/v1/embeddings',
  body: fields,
});
const many = (count: number) =>
  embed({
    input: Array.from({ length: count }, (_, place) => `text ${place}`),
    model: 'embeddings',
    encoding_format: 'base64',
  });

export const AS_NUMBERS = embed({ input: TEXTS, model: 'embeddings' });
const AS_BASE64 = embed({
  input: TEXTS,
  model: 'embeddings',
  encoding_format: 'base64',
});
const EACH_ALONE = TEXTS.map(input => embed({ input, model: 'embeddings' }));

/** Servers that compute in batches differ in the last digits. */
const TOLERANCE = 0.01;

function readVector(reply: ProbeReply, place: number): number[] {
  const value = readValue(reply.json, 'data', place, 'embedding');
  if (Array.isArray(value)) return value.map(Number);
  const bytes = Buffer.from(String(value), 'base64');
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, at) =>
    bytes.readFloatLE(4 * at),
  );
}

function areClose(one: readonly number[], other: readonly number[]): boolean {
  return (
    one.length > 0 &&
    one.length === other.length &&
    one.every(
      (value, place) => Math.abs(value - (other[place] ?? NaN)) < TOLERANCE,
    )
  );
}

/** What embedding deployments (BEI) answer. */
export const EMBEDDINGS: Fact[] = [
  {
    name: 'embeddings: base64',
    expected: 'the vectors as little-endian float32',
    source: 'inferred; that it exists is documented',
    kind,
    probes: [AS_BASE64, AS_NUMBERS],
    see: (encoded, numbers) =>
      encoded.status !== 200
        ? seeRefusal(encoded)
        : typeof readValue(encoded.json, 'data', 0, 'embedding') !== 'string'
          ? 'numbers'
          : areClose(readVector(encoded, 0), readVector(numbers, 0))
            ? 'the vectors as little-endian float32'
            : 'something else',
  },
  {
    name: 'embeddings: order',
    expected: 'that of the texts, each at its index',
    source: 'documented',
    kind,
    probes: [AS_NUMBERS, ...EACH_ALONE],
    see: (together, ...alone) => {
      const list = readList(together.json, 'data');
      const isIndexed = list.every(
        (item, place) => readValue(item, 'index') === place,
      );
      const isInOrder = alone.every((reply, place) =>
        areClose(readVector(together, place), readVector(reply, 0)),
      );
      return list.length !== TEXTS.length
        ? `${list.length} vectors`
        : `${isInOrder ? 'that of the texts' : 'another'}, ${isIndexed ? 'each at its index' : 'other indexes'}`;
    },
  },
  {
    name: 'embeddings: 128 texts',
    expected: '200',
    source: 'third party',
    kind,
    probes: [many(128)],
    see: ({ status }) => String(status),
  },
  {
    name: 'embeddings: 129 texts',
    expected: '413 and a message',
    source: 'third party',
    kind,
    probes: [many(129)],
    see: seeRefusal,
  },
  {
    name: 'embeddings: a request without a model',
    expected: '200',
    source: 'documented',
    kind,
    probes: [embed({ input: TEXTS })],
    see: seeRefusal,
  },
  {
    name: 'embeddings: usage',
    expected: 'prompt_tokens',
    source: 'documented',
    kind,
    probes: [AS_NUMBERS],
    see: ({ json }) =>
      Number(readValue(json, 'usage', 'prompt_tokens')) > 0
        ? 'prompt_tokens'
        : 'none',
  },
  {
    name: 'embeddings: a request without texts',
    expected: '4xx and a message',
    source: 'inferred',
    kind,
    probes: [embed({ input: [] })],
    see: reply => seeRefusal(reply).replace(/^4\d\d/, '4xx'),
  },
];
