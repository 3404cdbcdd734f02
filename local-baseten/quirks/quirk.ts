import type { WireChunk, WireCompletion } from '../chat/completion-wire';
import type { Json } from './field-quirks';

/** What a quirk does; left out where it has nothing to do. */
export interface Quirk {
  /** Why a request is refused; `undefined` if it is not. */
  readonly refuse?: (request: Json) => string | undefined;
  readonly chunks?: (chunks: WireChunk[]) => WireChunk[];
  readonly completion?: (completion: WireCompletion) => WireCompletion;
  /** Applied to the JSON of each chunk. */
  readonly chunk?: (chunk: Json) => Json;
  /** Applied to the JSON of a whole reply. */
  readonly reply?: (reply: Json) => Json;
  /** Applied to all events of a stream, `[DONE]` included. */
  readonly events?: (events: unknown[]) => unknown[];
}

/** A quirk that chunks and whole replies share. */
export function both(change: (json: Json) => Json): Quirk {
  return { chunk: change, reply: change };
}
