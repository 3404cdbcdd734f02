import { experimental_decide as decide } from 'ai';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { useLocalBaseten } from '../support/use-local-baseten';
import { createDecisionModel, STATE } from './support';

const server = await useLocalBaseten();
const model = createDecisionModel(server);

/** A server's probabilities before it rounds them: they add up to 1. */
const distribution = (options: { minLength: number; maxLength: number }) =>
  fc
    .array(fc.double({ min: 1e-9, max: 1, noNaN: true }), {
      ...options,
      size: 'max',
    })
    // Some are far likelier than others, as in true answers.
    .chain(weights =>
      fc.constantFrom(1, 4, 12).map(power => {
        const raised = weights.map(weight => weight ** power);
        const sum = raised.reduce((total, weight) => total + weight, 0);
        return raised.map(weight => weight / sum);
      }),
    );

const round = (value: number, places: number) => Number(value.toFixed(places));

it.each([1, 2, 3, 4, 6])(
  'answers that were rounded to %i places are taken as they are',
  async places => {
    await fc.assert(
      fc.asyncProperty(
        distribution({ minLength: 2, maxLength: 255 }),
        distribution({ minLength: 2, maxLength: 10 }),
        async (options, levels) => {
          const most = Math.max(...options);
          const choice = `${options.indexOf(most)}`;
          const mean = levels.reduce((sum, p, level) => sum + p * level, 0);
          const wire = {
            topic: {
              type: 'choice',
              choice,
              probabilities: toRecord(options, places),
            },
            urgency: {
              type: 'score',
              score: round(mean, places),
              probabilities: toRecord(levels, places),
            },
            late: { type: 'noul', noul: round(most, places) },
          };
          server.behave(() => ({ body: { model: 'm', answers: wire } }));

          const { answers } = await decide({
            model,
            state: STATE,
            questions: {
              topic: {
                type: 'choice',
                criteria: Object.fromEntries(
                  options.map((_, index) => [`${index}`, null]),
                ),
              },
              urgency: {
                type: 'score',
                criteria: levels.map((_, index) => `level ${index}`),
              },
              late: { type: 'boolean', instructions: 'Is it late?' },
            },
          });

          expect(answers.topic).toEqual(wire.topic);
          expect(answers.urgency).toEqual(wire.urgency);
          expect(answers.late.probability).toBe(wire.late.noul);
        },
      ),
      { numRuns: 100 },
    );
  },
);

function toRecord(probabilities: readonly number[], places: number) {
  return Object.fromEntries(
    probabilities.map((probability, index) => [
      `${index}`,
      round(probability, places),
    ]),
  );
}
