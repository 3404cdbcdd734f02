/**
 * A reporter of node:test: one line of JSON per test, `{ name, error? }`.
 *
 * @param {AsyncIterable<import('node:test/reporters').TestEvent>} events
 */
export default async function* report(events) {
  for await (const { type, data } of events) {
    if (type === 'test:pass') {
      yield `${JSON.stringify({ name: data.name })}\n`;
    } else if (type === 'test:fail') {
      const { cause, stack } = data.details.error;
      const error = cause instanceof Error ? cause.stack : (stack ?? cause);
      yield `${JSON.stringify({ name: data.name, error })}\n`;
    }
  }
}
