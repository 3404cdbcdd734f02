import type { LocalBaseten } from '../../local-baseten';
import { speak } from '../../local-baseten/mind/speak';
import { type BasetenProviderSettings, createBaseten } from '../../src';

export const SAID = 'The train leaves at nine. It stops in Porto.';

/** A sound that the local Baseten understands. */
export const SOUND = new Uint8Array(speak(SAID));

export const CALL = { audio: SOUND, mediaType: 'audio/wav' };

/** A model of Baseten's Whisper, or of a server of OpenAI's form. */
export function createTranscriptionModel(
  { modelURL, apiKey }: LocalBaseten,
  form: 'whisper' | 'openai',
  settings: BasetenProviderSettings = {},
  modelId?: string,
) {
  return createBaseten({
    apiKey,
    modelURL:
      form === 'whisper'
        ? modelURL.replace(/sync$/, 'predict')
        : `${modelURL}/v1`,
    ...settings,
  }).transcriptionModel(modelId);
}
