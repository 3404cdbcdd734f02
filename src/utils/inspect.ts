/** By this symbol Node, Bun and Deno ask an object what to print of it. */
export const INSPECT: unique symbol = Symbol.for('nodejs.util.inspect.custom');
