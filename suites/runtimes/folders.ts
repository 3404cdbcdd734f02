import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/** Everything that the scripts fetch and write; git ignores it. */
export const CACHE = fileURLToPath(new URL('../../.cache', import.meta.url));

/** The smoke program and its entries. */
export const PROGRAM = fileURLToPath(new URL('program', import.meta.url));
