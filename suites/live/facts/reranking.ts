import type { Fact, Probe, ProbeReply } from '../fact';
import { readValue } from '../read-value';
import { seeRefusal } from './refusals';

const kind = 'reranking';
const rank = (fields: object): Probe => ({ path: '/rerank', body: fields });
const QUESTION = {
  query: 'a day by the sea',
  texts: [
    'how to repair a bicycle tyre',
    'a hot day on a beach by the sea',
    'the rules of chess',
  ],
  raw_scores: false,
  return_text: false,
  truncate: true,
  truncation_direction: 'Right',
};
export const RANKED = rank(QUESTION);

function readRanks({ json }: ProbeReply) {
  const list = Array.isArray(json) ? json : [];
  return list.map(rank => ({
    index: Number(readValue(rank, 'index')),
    score: Number(readValue(rank, 'score')),
  }));
}

/** What reranking deployments (BEI) answer. */
export const RERANKING: Fact[] = [
  {
    name: 'reranking: shape of the reply',
    expected: 'a bare list with each index once',
    source: 'documented',
    kind,
    probes: [RANKED],
    see: reply => {
      if (!Array.isArray(reply.json)) return seeRefusal(reply);
      const indexes = readRanks(reply).map(({ index }) => index);
      return [...indexes].sort().join() === '0,1,2'
        ? 'a bare list with each index once'
        : `a bare list with indexes ${indexes.join()}`;
    },
  },
  {
    name: 'reranking: the text that fits best',
    expected: 'at its own index',
    source: 'documented',
    kind,
    probes: [RANKED],
    see: reply => {
      const [best] = readRanks(reply).sort(
        (one, other) => other.score - one.score,
      );
      return best?.index === 1 ? 'at its own index' : `at ${best?.index}`;
    },
  },
  {
    name: 'reranking: order of the reply',
    source: 'documented as that of the texts; by score in servers of its kind',
    kind,
    probes: [RANKED],
    see: reply => {
      const ranks = readRanks(reply);
      const isOfTexts = ranks.every(({ index }, place) => index === place);
      return isOfTexts ? 'that of the texts' : 'another';
    },
  },
  {
    name: 'reranking: 129 texts',
    expected: '413 and a message',
    source: 'inferred from embeddings',
    kind,
    probes: [
      rank({
        ...QUESTION,
        texts: Array.from({ length: 129 }, (_, place) => `text ${place}`),
      }),
    ],
    see: seeRefusal,
  },
  {
    name: 'reranking: a request without texts',
    expected: '4xx and a message',
    source: 'inferred',
    kind,
    probes: [rank({ ...QUESTION, texts: [] })],
    see: reply => seeRefusal(reply).replace(/^4\d\d/, '4xx'),
  },
];
