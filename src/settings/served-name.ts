import { DEFAULT_MODEL_IDS } from './defaults';

/**
 * The name under which a server is to have the model; `undefined` if none was
 * given, since the default only names the model here.
 */
export function toServedName(
  modelId: string,
  kind: 'decision' | 'transcription' | 'speech',
): string | undefined {
  return modelId === DEFAULT_MODEL_IDS[kind] ? undefined : modelId;
}
