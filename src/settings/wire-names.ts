/** Names in a request that are not the snake case of the option's name. */
const EXCEPTIONS: ReadonlyMap<string, string> = new Map([
  ['textVerbosity', 'verbosity'],
]);

/** What an option is called in a request: `minP` is `min_p`. */
export function toWireName(option: string): string {
  return (
    EXCEPTIONS.get(option) ??
    option.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
  );
}
