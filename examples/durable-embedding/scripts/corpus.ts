import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

const PRODUCTS = ['boat', 'bicycle', 'tent', 'kayak', 'lantern', 'stove'];
const PARTS = ['pump', 'rudder', 'chain', 'zip', 'handle', 'valve', 'lid'];
const EVENTS = [
  'broke on the first day',
  'arrived a week late',
  'has a scratch',
  'fits better than expected',
  'leaks in heavy rain',
  'was sent back twice',
  'works again after the repair',
];
const PLACES = ['Lisbon', 'Oslo', 'Porto', 'Bergen', 'Naples', 'Galway'];
const WISHES = [
  'asks for a refund',
  'wants a spare part',
  'would buy it again',
  'asks how to mend it',
  'thanks the team',
];

/** The lines of a file, or made-up notes of a shop's customer service. */
export async function* readCorpus(
  file: string | undefined,
  count: number,
): AsyncGenerator<string> {
  if (file !== undefined) {
    yield* createInterface({ input: createReadStream(file) });
    return;
  }
  for (let index = 0; index < count; index++) {
    const pick = (list: readonly string[], step: number) =>
      list[Math.floor(index / step) % list.length];
    yield `Note ${index}: the ${pick(PARTS, 1)} of the ${pick(PRODUCTS, 7)} ${pick(EVENTS, 3)}; the customer in ${pick(PLACES, 11)} ${pick(WISHES, 5)}.`;
  }
}
