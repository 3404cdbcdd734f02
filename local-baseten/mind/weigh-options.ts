import { scoreText } from './score-text';

/**
 * How much each text speaks for a state: numbers from 0 to 1 with the sum of
 * 1, rounded, so that the sum of what is returned may differ from it.
 */
export function weighOptions(
  state: string,
  options: readonly string[],
  decimals: number,
): number[] {
  const weights = options.map(
    option => Math.exp(scoreText(option, state, true)) + 1e-6,
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map(weight => round(weight / total, decimals));
}

export function round(number: number, decimals: number): number {
  return Number(number.toFixed(decimals));
}
