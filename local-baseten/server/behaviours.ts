import type { ChatQuirk } from '../quirks/chat-quirks';
import type { RecordedRequest } from './request-log';

export type { ChatQuirk };

/**
 * Says how a request is to be answered; `undefined` means as usual.
 *
 * @param count How many requests came before it since `behave` was called.
 */
export type Behave = (
  request: RecordedRequest,
  count: number,
) => Behaviour | undefined | Promise<Behaviour | undefined>;

/**
 * How one request is answered otherwise than usual. All fields are optional
 * and combine: a delay and a status, quirks and a cut stream.
 */
export interface Behaviour {
  /** Delay before anything is sent. */
  delayMilliseconds?: number;
  /**
   * Answers with this status instead of the usual reply. Without a `body` it
   * comes with the body that Baseten sends with that status.
   */
  status?: number;
  /** Headers added to the reply's own. */
  headers?: Record<string, string>;
  /**
   * Answers with this body instead of the usual one: an object is sent as
   * JSON, a string as it is. The status is 200 unless `status` is given.
   */
  body?: string | object;
  /** Content type of `body`; `application/json` by default. */
  contentType?: string;
  /**
   * Destroys the connection (over HTTP/2 with all other requests that share
   * it) before the headers, or after them and about half of the body.
   */
  cut?: 'before-headers' | 'in-body';
  /**
   * `true` never answers; `'in-body'` sends the headers and about half of the
   * body and no more; `'after-body'` sends all and leaves the reply open. Lasts
   * until the client goes away or the server closes.
   */
  hang?: boolean | 'in-body' | 'after-body';
  /**
   * Changes the JSON of a usual reply with status 200 before it is sent. Not
   * called for streams.
   */
  transform?: (reply: unknown) => unknown;
  /** The reply's bytes and how they are sent. */
  stream?: StreamBehaviour;
  /** Faults of Baseten's models that a usual chat reply shows. */
  quirks?: readonly ChatQuirk[];
}

/** The bytes of a reply and how they arrive. */
export interface StreamBehaviour {
  /**
   * Answers with this event stream instead of the usual reply: a list of data
   * payloads (objects are sent as JSON, strings such as `'[DONE]'` as they
   * are) or the whole text of the stream. Without it the usual reply is sent.
   */
  events?: readonly unknown[] | string;
  /**
   * Byte offsets at which the body is split into pieces, or `'random'`:
   * pieces of 1 to 64 bytes. Either may fall inside a character.
   */
  splitAt?: readonly number[] | 'random';
  /** Seed of `'random'`; 1 by default. */
  seed?: number;
  /** Time between two pieces; 0 by default. */
  delayBetweenMilliseconds?: number;
  /** Number of bytes of the body to send; the rest is left out. */
  cutAfterBytes?: number;
  /**
   * What follows the last byte when `cutAfterBytes` is given: a clean end of
   * the body, or the end of the connection (the default).
   */
  cutBy?: 'end' | 'destroy';
}
