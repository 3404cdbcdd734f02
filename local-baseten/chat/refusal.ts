import type { Reply } from '../replies/reply';

/** Thrown when a request is refused; holds the reply that says why. */
export class Refusal extends Error {
  constructor(readonly reply: Reply) {
    super('The request is refused.');
  }
}
