import type {
  JSONObject,
  LanguageModelV4ResponseMetadata,
} from '@ai-sdk/provider';
import { createLanguageModelResponseMetadata } from '@ai-sdk/provider-utils';

/** The id, model and time of a reply, as far as the server tells them. */
export function readResponseMetadata({
  id,
  model,
  created,
}: JSONObject): LanguageModelV4ResponseMetadata {
  return createLanguageModelResponseMetadata({
    id: typeof id === 'string' ? id : undefined,
    model: typeof model === 'string' ? model : undefined,
    // Some servers send 0 for an unknown time.
    created: typeof created === 'number' && created > 0 ? created : undefined,
  });
}
