import type {
  SharedV4Warning,
  SpeechModelV4CallOptions,
} from '@ai-sdk/provider';
import { invalidArgument } from '../errors/invalid-argument';
import { describe } from '../errors/invalid-reply';
import { warnOfUnused } from '../utils/warn-of-unused';
import type { BasetenSpeechModelOptions } from './baseten-speech-model-options';

/** A call, before it is written as a server takes it. */
export interface SpeechCall
  extends Omit<
    SpeechModelV4CallOptions,
    'headers' | 'abortSignal' | 'providerOptions'
  > {
  options: BasetenSpeechModelOptions & Record<string, unknown>;
  isOpenAIForm: boolean;
  /** The name under which the server has the model, if it was given. */
  model: string | undefined;
}

/**
 * Writes a call as the server takes it.
 *
 * @throws InvalidArgumentError if there is no text, or nothing says which
 * field takes it.
 */
export function encodeSpeech({
  isOpenAIForm,
  options: { textField, ...fields },
  ...call
}: SpeechCall): { body: Record<string, unknown>; warnings: SharedV4Warning[] } {
  if (typeof call.text !== 'string' || call.text.trim() === '') {
    throw invalidArgument(
      'text',
      `Expected text to say something, got ${describe(call.text)}.`,
    );
  }
  const text = call.text.toWellFormed();

  return isOpenAIForm
    ? {
        body: {
          model: call.model,
          input: text,
          voice: call.voice,
          response_format: call.outputFormat,
          speed: call.speed,
          instructions: call.instructions,
          language: call.language,
          ...fields,
        },
        warnings: warnOfUnused(
          { textField },
          'A server of OpenAI\'s form takes the text as "input".',
        ),
      }
    : encodeForPredict({ ...call, text }, textField, fields);
}

function encodeForPredict(
  {
    text,
    voice,
    speed,
    outputFormat,
    instructions,
    language,
    model,
  }: Omit<SpeechCall, 'isOpenAIForm' | 'options'>,
  textField: 'prompt' | 'text' | undefined,
  fields: Record<string, unknown>,
) {
  if (textField === undefined) {
    throw invalidArgument(
      'providerOptions',
      'Expected providerOptions.baseten.textField to name the field that takes the text at /predict, got none. Orpheus takes "prompt", Kokoro and Chatterbox take "text".',
    );
  }
  // Of the models at /predict, those that take a prompt have no speed.
  const takesSpeed = textField === 'text';

  return {
    body: {
      [textField]: text,
      voice,
      ...(takesSpeed && { speed }),
      ...fields,
    },
    warnings: warnOfUnused(
      {
        ...(!takesSpeed && { speed }),
        outputFormat,
        instructions,
        language,
        modelId: model,
      },
      'Models at /predict have no such field. Pass a field of your model under providerOptions.baseten.',
    ),
  };
}
