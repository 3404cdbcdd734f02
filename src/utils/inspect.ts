/** The symbol by which Node, Bun and Deno ask an object how to print itself. */
export const INSPECT: unique symbol = Symbol.for('nodejs.util.inspect.custom');
