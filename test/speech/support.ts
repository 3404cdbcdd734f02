import type { LocalBaseten } from '../../local-baseten';
import { hear } from '../../local-baseten/mind/speak';
import { type BasetenProviderSettings, createBaseten } from '../../src';

export const TEXT = 'The train to Lisbon leaves at nine.';

/** Says which field takes the text, as models at /predict want it. */
export const options = (textField: 'prompt' | 'text', more = {}) => ({
  providerOptions: { baseten: { textField, ...more } },
});

/** A model of a server of OpenAI's form, or one at /predict. */
export function createSpeechModel(
  { modelURL, apiKey }: LocalBaseten,
  form: 'openai' | 'predict',
  settings: BasetenProviderSettings = {},
  modelId?: string,
) {
  return createBaseten({
    apiKey,
    modelURL:
      form === 'predict'
        ? modelURL.replace(/sync$/, 'predict')
        : `${modelURL}/v1`,
    ...settings,
  }).speechModel(modelId);
}

/** What a sound of the local Baseten says. */
export function textOf(sound: Uint8Array | string): string | undefined {
  if (typeof sound === 'string') return undefined;
  return hear(Buffer.from(sound))?.text;
}
