import { setTimeout } from 'node:timers/promises';
import { APICallError } from '@ai-sdk/provider';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { runBatches } from '../../src/batching/run-batches';
import { createRequestLimiter } from '../../src/transport/request-limiter';
import { createFailure } from '../support/create-job';

/** How often a batch fails before it succeeds, and how long it takes. */
const batch = fc.record({
  failures: fc.oneof(fc.constant(0), fc.nat(2)),
  milliseconds: fc.nat(2),
});

it('completes a job that is repeated, with no finished batch sent again', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(batch, { maxLength: 12 }),
      fc.integer({ min: 1, max: 5 }),
      async (batches, maxConcurrentRequests) => {
        const limiter = createRequestLimiter();
        const results: Array<number | undefined> = batches.map(() => undefined);
        const sent = batches.map(() => 0);
        let isDone = false;

        while (!isDone) {
          isDone = await runBatches({
            batches: [...batches.entries()],
            results,
            maxConcurrentRequests,
            limiter,
            abortSignal: undefined,
            send: async ([index, { failures, milliseconds }]) => {
              sent[index] = (sent[index] ?? 0) + 1;
              const isFailure = (sent[index] ?? 0) <= failures;
              await setTimeout(milliseconds);
              if (isFailure) throw createFailure(true);
              return index;
            },
            read: reply => reply,
          }).then(
            () => true,
            error => {
              expect(APICallError.isInstance(error)).toBe(true);
              return false;
            },
          );
        }

        expect(results).toEqual([...batches.keys()]);
        expect(sent).toEqual(batches.map(({ failures }) => failures + 1));
      },
    ),
    { numRuns: 60 },
  );
});
