import { InvalidResponseDataError } from '@ai-sdk/provider';
import { experimental_decide as decide } from 'ai';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { captureError } from '../support/capture-error';
import { useLocalBaseten } from '../support/use-local-baseten';
import { createDecisionModel, QUESTIONS, STATE } from './support';

const server = await useLocalBaseten();
const model = createDecisionModel(server);

const GOOD = {
  topic: {
    type: 'choice',
    choice: 'delivery',
    confidence: 0.88,
    probabilities: { delivery: 0.94, billing: 0.06 },
  },
  urgency: {
    type: 'score',
    score: 1,
    confidence: 0,
    legend: { 0: 'it can wait', 1: 'today', 2: 'at once' },
    probabilities: { 0: 0.3333, 1: 0.3333, 2: 0.3333 },
  },
  late: { type: 'noul', noul: 0.9588 },
};
type Answers = Record<keyof typeof GOOD, object>;

function reply(answers: unknown) {
  server.behave(() => ({ body: { model: 'm', answers, usage: {} } }));
  return decide({ model, state: STATE, questions: QUESTIONS, maxRetries: 0 });
}

describe('a reply', () => {
  it('with rounded probabilities is taken, and says to how many places', async () => {
    const { answers, rounding, usage } = await reply(GOOD);

    expect(answers.urgency.probabilities).toEqual(GOOD.urgency.probabilities);
    expect(answers.late.probability).toBe(0.9588);
    expect(rounding).toEqual({ probabilityDecimals: 4, scoreDecimals: 1 });
    expect(usage.totalTokens).toBeUndefined();
  });

  it('without probabilities is taken', async () => {
    const { answers } = await reply({
      ...GOOD,
      topic: { type: 'choice', choice: 'billing' },
      urgency: { type: 'score', score: 0.5 },
    });

    expect(answers.topic).toEqual({ type: 'choice', choice: 'billing' });
    expect(answers.urgency).toEqual({ type: 'score', score: 0.5 });
  });

  it.each<[name: string, answers: unknown]>([
    ['no answers', undefined],
    ['answers in a list', [GOOD.topic]],
    ['an answer too few', { ...GOOD, late: undefined }],
    ['an answer too many', { ...GOOD, more: GOOD.late }],
    ['an answer that is null', { ...GOOD, late: null }],
    ['an answer of another type', { ...GOOD, late: GOOD.topic }],
    ['an unknown option', { ...GOOD, topic: { type: 'choice', choice: 'a' } }],
    ['no option', { ...GOOD, topic: { type: 'choice' } }],
    [
      'a probability too few',
      { ...GOOD, topic: { ...GOOD.topic, probabilities: { delivery: 1 } } },
    ],
    [
      'a probability in text',
      {
        ...GOOD,
        topic: {
          ...GOOD.topic,
          probabilities: { delivery: '0.94', billing: 0.06 },
        },
      },
    ],
    [
      'probabilities far from a sum of 1',
      {
        ...GOOD,
        topic: {
          ...GOOD.topic,
          probabilities: { delivery: 0.9, billing: 0.5 },
        },
      },
    ],
    ['a noul above 1', { ...GOOD, late: { type: 'noul', noul: 1.1 } }],
    ['a noul in text', { ...GOOD, late: { type: 'noul', noul: '0.9' } }],
    ['no noul', { ...GOOD, late: { type: 'noul' } }],
    [
      'a score beyond the levels',
      { ...GOOD, urgency: { type: 'score', score: 3 } },
    ],
    [
      'a score that is not the mean',
      { ...GOOD, urgency: { ...GOOD.urgency, score: 2 } },
    ],
  ])('with %s is an InvalidResponseDataError', async (_name, answers) => {
    const error = await captureError(() => reply(answers));

    expect(InvalidResponseDataError.isInstance(error)).toBe(true);
  });

  it('that is broken at random gives no wrong answer', async () => {
    const value = fc.oneof(
      fc.constantFrom(null, '', 'delivery', {}, [], true, -1, 0.5, 2, 1e9),
      fc.integer({ min: -20_000, max: 20_000 }).map(number => number / 1e4),
    );
    const breakAt = fc.record({
      id: fc.constantFrom('topic', 'urgency', 'late'),
      field: fc.constantFrom(
        'type',
        'choice',
        'score',
        'noul',
        'probabilities',
      ),
      value,
    });

    await fc.assert(
      fc.asyncProperty(breakAt, async ({ id, field, value }) => {
        const answers: Answers = { ...GOOD };
        const broken = {
          ...answers,
          [id]: { ...Object(Object(answers)[id]), [field]: value },
        };
        const result = await reply(broken).catch((error: unknown) => error);

        if (!InvalidResponseDataError.isInstance(result)) {
          // What is taken is what the server said.
          const { topic, urgency, late } = Object(result).answers;
          const said = Object(broken);
          expect(topic.choice).toBe(said.topic.choice);
          expect(urgency.score).toBe(said.urgency.score);
          expect(late.probability).toBe(said.late.noul);
        }
      }),
      { numRuns: 150 },
    );
  });
});
