import { SingleBar } from 'cli-progress';

export interface ProgressBar {
  show(completed: number, total: number): void;
  end(): void;
}

const numbers = new Intl.NumberFormat('en');

/** Milliseconds over which the rate is taken. */
const RATE_SPAN = 10_000;

/**
 * A bar as wide as the terminal allows, with rate and time left; where output
 * goes to a file or a pipe, a line of text every two seconds.
 *
 * @param noun What is counted, in the plural.
 */
export function createProgressBar(noun: string): ProgressBar {
  const { stdout } = process;
  const start = performance.now();
  let samples: Array<{ at: number; completed: number }> = [];

  const bar = new SingleBar({
    stream: stdout,
    format: (_options, { value, total, progress }) => {
      const text = describe({ value, total, noun, start, samples });
      const percentage = `${Math.floor(progress * 100)}%`.padStart(4);
      // Two columns less: a terminal wraps at the last one.
      const width = Math.min((stdout.columns ?? 0) - text.length - 9, 40);
      return stdout.isTTY && width >= 5
        ? `${drawBar(progress, width)} ${percentage}  ${text}`
        : `${percentage}  ${text}`.slice(0, (stdout.columns ?? 200) - 1);
    },
    linewrap: true,
    // Its handler would keep Ctrl+C from ending the process.
    gracefulExit: false,
    noTTYOutput: true,
    notTTYSchedule: 2000,
  });

  return {
    show: (completed, total) => {
      const at = performance.now();
      samples = [
        ...samples.filter(sample => sample.at > at - RATE_SPAN),
        { at, completed },
      ];
      if (bar.isActive) bar.update(completed);
      else bar.start(total, completed);
    },
    end: () => bar.stop(),
  };
}

interface State {
  value: number;
  total: number;
  noun: string;
  start: number;
  samples: ReadonlyArray<{ at: number; completed: number }>;
}

function describe({ value, total, noun, start, samples }: State): string {
  const count = `${numbers.format(value)} of ${numbers.format(total)} ${noun}`;
  const now = performance.now();
  if (value === total) return `${count}, ${formatTime((now - start) / 1000)}`;
  const [first = { at: now, completed: value }] = samples;
  const rate = ((value - first.completed) / (now - first.at)) * 1000;
  return rate > 0
    ? `${count}, ${numbers.format(Math.round(rate))}/s, ${formatTime((total - value) / rate)} left`
    : count;
}

function drawBar(progress: number, width: number): string {
  const full = Math.round(progress * width);
  return '━'.repeat(full) + '─'.repeat(width - full);
}

/** Such as `8 s`, `2 min 5 s` or `3 h 20 min`. */
function formatTime(time: number): string {
  const seconds = Math.ceil(time);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${minutes} min ${seconds % 60} s`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
