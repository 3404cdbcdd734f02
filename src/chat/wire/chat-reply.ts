import type { JSONObject } from '@ai-sdk/provider';

/**
 * The fields that matter of a chunk of a stream or of a whole reply. The two
 * differ in the name of one field only.
 */
export interface ChatReply {
  /** The JSON as received. */
  json: JSONObject;
  /** The envelope of an error that the server reported instead of an answer. */
  error: JSONObject | undefined;
  /** The first choice; empty if there is none. */
  choice: JSONObject;
  /** The choice's `delta` or `message`. */
  message: JSONObject;
  usage: JSONObject | undefined;
}
