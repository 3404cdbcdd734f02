import { SingleBar } from 'cli-progress';

/** A bar in the terminal with texts, rate and time left. */
export function createProgressBar(total: number, done: number) {
  const start = performance.now();
  const bar = new SingleBar({
    format:
      '{bar} {percentage}% | {value} of {total} texts | {rate} a second | {left} left',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    noTTYOutput: true,
    notTTYSchedule: 2000,
  });
  bar.start(total, done, { rate: 0, left: '-' });

  return {
    update: (value: number) => {
      const rate = ((value - done) / (performance.now() - start)) * 1000;
      bar.update(value, {
        rate: Math.round(rate),
        left: rate > 0 ? formatSeconds((total - value) / rate) : '-',
      });
    },
    stop: () => bar.stop(),
  };
}

function formatSeconds(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return minutes > 0
    ? `${minutes} min ${Math.floor(seconds % 60)} s`
    : `${Math.ceil(seconds)} s`;
}
