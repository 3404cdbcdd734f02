import { expect, it } from 'vitest';
import { transformStream } from '../../src/utils/transform-stream';
import { captureError } from '../support/capture-error';

/** A stream of the numbers from 1 to `count`, and what was read of it. */
function numbers(count: number, error?: unknown) {
  const read = { count: 0 };
  const stream = new ReadableStream<number>(
    {
      pull(controller) {
        if (read.count < count) controller.enqueue(++read.count);
        else if (error !== undefined) controller.error(error);
        else controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  return { read, stream };
}

async function gather<VALUE>(stream: ReadableStream<VALUE>): Promise<VALUE[]> {
  const values: VALUE[] = [];
  for await (const value of stream) values.push(value);
  return values;
}

/** Values read ahead, and reads at once. */
const READINGS: ReadonlyArray<readonly [number, number]> = [
  [1, 1],
  [2, 1],
  [64, 1],
  [1, 2],
  [64, 2],
];

it.each(READINGS)(
  'emits none, one or many values for each, with %i read ahead, %i at once',
  async (readAhead, readsAtOnce) => {
    const { stream } = numbers(5);
    const repeated = transformStream<number, string>(stream, {
      readAhead,
      readsAtOnce,
      transform(value, emit) {
        for (let time = 1; time < value; time += 1) emit(`${value}.${time}`);
      },
      end: emit => emit('end'),
    });

    expect(await gather(repeated)).toEqual([
      '2.1',
      '3.1',
      '3.2',
      '4.1',
      '4.2',
      '4.3',
      '5.1',
      '5.2',
      '5.3',
      '5.4',
      'end',
    ]);
  },
);

it.each([1, 8])('reads about %i values ahead, and no more', async readAhead => {
  const { stream, read } = numbers(100);
  const reader = transformStream<number, number>(stream, {
    readAhead,
    transform: (value, emit) => emit(value),
  }).getReader();
  await new Promise(resolve => setTimeout(resolve, 5));
  expect(read.count).toBe(0);

  await reader.read();
  await new Promise(resolve => setTimeout(resolve, 5));
  expect(read.count).toBeGreaterThan(readAhead);
  expect(read.count).toBeLessThanOrEqual(readAhead + 2);
});

it.each(READINGS)(
  'passes an error on after the values before it, with %i read ahead, %i at once',
  async (readAhead, readsAtOnce) => {
    const error = new Error('broken');
    const { stream } = numbers(3, error);
    const values: number[] = [];
    const thrown = await captureError(async () => {
      const same = transformStream<number, number>(stream, {
        readAhead,
        readsAtOnce,
        transform: (value, emit) => emit(value),
      });
      for await (const value of same) {
        await new Promise(resolve => setTimeout(resolve, 1));
        values.push(value);
      }
    });

    expect(thrown).toBe(error);
    expect(values).toEqual([1, 2, 3]);
  },
);

it.each([1, 2])(
  'ends with what recover leaves to end, with %i reads at once',
  async readsAtOnce => {
    const error = new Error('broken');
    const { stream } = numbers(2, error);
    const seen: unknown[] = [];
    const recovered = transformStream<number, number>(stream, {
      readAhead: 1,
      readsAtOnce,
      transform: (value, emit) => emit(value),
      recover: given => seen.push(given),
      end: emit => emit(0),
    });

    expect(await gather(recovered)).toEqual([1, 2, 0]);
    expect(seen).toEqual([error]);
  },
);

it.each(['transform', 'end'] as const)(
  'fails with what %s throws',
  async name => {
    const error = new Error('a fault');
    const { stream } = numbers(1);
    const failed = transformStream<number, number>(stream, {
      readAhead: 1,
      transform: (value, emit) => emit(value),
      [name]: () => {
        throw error;
      },
    });

    expect(await captureError(() => gather(failed))).toBe(error);
  },
);

it('passes on what recover throws', async () => {
  const { stream } = numbers(0, new Error('broken'));
  const other = new Error('not to be mended');
  const failed = transformStream<number, number>(stream, {
    readAhead: 1,
    transform: (value, emit) => emit(value),
    recover: () => {
      throw other;
    },
  });

  expect(await captureError(() => gather(failed))).toBe(other);
});

it('lets its source go when transform fails', async () => {
  const error = new Error('a fault');
  let reason: unknown;
  const source = new ReadableStream<number>({
    start: controller => controller.enqueue(1),
    cancel: given => {
      reason = given;
    },
  });
  const failed = transformStream<number, number>(source, {
    readAhead: 1,
    transform: () => {
      throw error;
    },
  });
  await captureError(() => gather(failed));

  expect(reason).toBe(error);
});

it('cancels its source, also while it waits for a value', async () => {
  let reason: unknown;
  const source = new ReadableStream<number>({
    cancel: given => {
      reason = given;
    },
  });
  const reader = transformStream<number, number>(source, {
    readAhead: 64,
    transform: (value, emit) => emit(value),
  }).getReader();
  const waiting = reader.read();
  await reader.cancel('enough');

  expect(await waiting).toEqual({ done: true, value: undefined });
  expect(reason).toBe('enough');
});

it('ends where it is over, and lets the rest of its source go', async () => {
  let isCancelled = false;
  let next = 0;
  const source = new ReadableStream<number>({
    pull: controller => controller.enqueue(++next),
    cancel: () => {
      isCancelled = true;
    },
  });
  let last = 0;
  const part = transformStream<number, number>(source, {
    readAhead: 1,
    start: emit => emit(0),
    transform(value, emit) {
      last = value;
      emit(value);
    },
    isOver: () => last === 3,
    end: emit => emit(-1),
  });

  expect(await gather(part)).toEqual([0, 1, 2, 3, -1]);
  expect(isCancelled).toBe(true);
});
