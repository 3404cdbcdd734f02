import { fileURLToPath } from 'node:url';

/** The root of the repository. `@ai-sdk/baseten` is the built package there. */
export const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/** What scripts and suites fetch and write; git ignores it. */
export const CACHE = fileURLToPath(new URL('../../.cache', import.meta.url));
