import type { LocalBaseten } from '../../local-baseten';

/** What a deployment is made of. */
export interface Ingredients {
  /** Does not exist yet. */
  folder: string;
  /** The program of Node.js. */
  node: string;
  /** The packed package. */
  tarball: string;
  local: LocalBaseten;
}

/** A row of the table. */
export type Outcome = { name: string; seen: string; expected: string };
