import type { Fact, Probe, ProbeReply } from '../fact';
import { readValue } from '../read-value';
import { seeRefusal } from './refusals';

const kind = 'decisions';
const decide = (questions: object): Probe => ({
  path: '/v1/systemone',
  body: { state: 'My parcel has not arrived.', questions },
});
export const DECIDED = decide({
  late: { type: 'noul', instructions: 'The parcel is late.' },
  team: { type: 'choice', criteria: { delivery: null, billing: null } },
  anger: { type: 'score', criteria: ['calm', 'cross', 'furious'] },
});

const answer = ({ json }: ProbeReply, ...path: string[]) =>
  readValue(json, 'answers', ...path);

/** What decision deployments answer. */
export const DECISIONS: Fact[] = [
  {
    name: 'decisions: a request without a model',
    expected: '200',
    source: 'documented of BEI-Bert; the example server demands one',
    kind,
    probes: [DECIDED],
    see: seeRefusal,
  },
  {
    name: 'decisions: the answers',
    expected: 'noul, choice with probabilities, score',
    source: 'documented',
    kind,
    probes: [DECIDED],
    see: reply =>
      [
        typeof answer(reply, 'late', 'noul') === 'number' && 'noul',
        typeof answer(reply, 'team', 'probabilities', 'delivery') ===
          'number' && 'choice with probabilities',
        answer(reply, 'anger', 'score') != null && 'score',
      ]
        .filter(found => found !== false)
        .join(', '),
  },
  {
    name: 'decisions: a choice without options',
    expected: '422 and a message',
    source: 'documented',
    kind,
    probes: [decide({ team: { type: 'choice', criteria: {} } })],
    see: seeRefusal,
  },
];
