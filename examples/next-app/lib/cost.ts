import type { TokenUsage } from './chat-message';
import type { Model } from './models';

const dollars = new Intl.NumberFormat('en', {
  style: 'currency',
  currency: 'USD',
  maximumSignificantDigits: 2,
});

/** What an answer costs, such as `$0.00031`; at most so much if tokens were cached. */
export function formatCost({ price }: Model, usage: TokenUsage): string {
  const cost =
    (usage.input * price.input + usage.output * price.output) / 1_000_000;
  return `${usage.cached > 0 ? 'at most ' : ''}${dollars.format(cost)}`;
}
