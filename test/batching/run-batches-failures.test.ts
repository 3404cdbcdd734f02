import { getEventListeners } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { captureError } from '../support/capture-error';
import { createGate } from '../support/create-gate';
import { createFailure, createJob, fullHouse } from '../support/create-job';

describe('runBatches', () => {
  it('rejects at once with an error that cannot be retried', async () => {
    const gate = createGate();
    const failure = createFailure(false);
    const signals: Array<AbortSignal | undefined> = [];
    const { run, sent } = createJob(20, async (batch, signal) => {
      signals.push(signal);
      await fullHouse(signals);
      if (batch === 2) throw failure;
      await gate.pass();
      return '';
    });

    expect(await captureError(run)).toBe(failure);
    expect(sent).toEqual([0, 1, 2, 3]);
    expect(signals[0]?.reason).toBe(failure);
    expect(signals[3]?.reason).toBe(failure);
    gate.open();
    await setTimeout(20);
    expect(sent).toEqual([0, 1, 2, 3]);
  });

  it('lets batches in flight settle after an error that can be retried', async () => {
    const failure = createFailure(true);
    const signals: Array<AbortSignal | undefined> = [];
    const { run, sent, results } = createJob(20, async (batch, signal) => {
      signals.push(signal);
      await fullHouse(signals);
      if (batch === 2) throw failure;
      await setTimeout(20);
      return signal?.aborted ? 'aborted' : `result ${batch}`;
    });

    expect(await captureError(run)).toBe(failure);
    expect(sent).toEqual([0, 1, 2, 3]);
    expect(results.filter(result => result != null)).toEqual([
      'result 0',
      'result 1',
      'result 3',
    ]);
  });

  it('rejects at once when a worse failure follows', async () => {
    const gate = createGate();
    const failure = createFailure(false);
    const sends: number[] = [];
    const { run } = createJob(20, async batch => {
      sends.push(batch);
      await fullHouse(sends);
      if (batch === 1) throw createFailure(true);
      if (batch === 2) {
        await setTimeout(5);
        throw failure;
      }
      await gate.pass();
      return '';
    });

    expect(await captureError(run)).toBe(failure);
    gate.open();
  });

  it('sends nothing when the signal is aborted before', async () => {
    const reason = new Error('changed my mind');
    const { run, sent } = createJob(3, async () => '', {
      abortSignal: AbortSignal.abort(reason),
    });

    expect(await captureError(run)).toBe(reason);
    expect(sent).toEqual([]);
  });

  it('rejects at once with the reason of an abort and sends no more', async () => {
    const gate = createGate();
    const controller = new AbortController();
    const signals: Array<AbortSignal | undefined> = [];
    const { run, sent } = createJob(
      20,
      async (_batch, signal) => {
        signals.push(signal);
        await gate.pass();
        return '';
      },
      { abortSignal: controller.signal },
    );
    const error = captureError(run);
    await gate.waiting(4);
    const reason = new Error('changed my mind');
    controller.abort(reason);

    expect(await error).toBe(reason);
    expect(signals.map(signal => signal?.reason)).toEqual(
      signals.map(() => reason),
    );
    gate.open();
    await setTimeout(5);
    expect(sent).toHaveLength(4);
  });

  it('keeps what comes in after the end, for a repeat', async () => {
    const gate = createGate();
    const failure = createFailure(false);
    const sends: number[] = [];
    const { run, results } = createJob(4, async batch => {
      sends.push(batch);
      await fullHouse(sends);
      if (batch === 2) throw failure;
      await gate.pass();
      return `result ${batch}`;
    });
    expect(await captureError(run)).toBe(failure);
    expect(results.filter(result => result != null)).toEqual([]);
    gate.open();

    await vi.waitFor(() =>
      expect(results).toEqual(['result 0', 'result 1', undefined, 'result 3']),
    );
  });

  it.each([
    ['succeeds', async () => ''],
    ['fails', () => Promise.reject(createFailure(false))],
  ])('leaves no listener on the signal when it %s', async (_name, send) => {
    const { signal } = new AbortController();
    await createJob(9, send, { abortSignal: signal })
      .run()
      .catch(() => {});

    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  });
});
