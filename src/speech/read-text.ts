import type {
  SharedV4Warning,
  Experimental_SpeechModelV4StreamOptions as SpeechModelV4StreamOptions,
} from '@ai-sdk/provider';
import { invalidArgument } from '../errors/invalid-argument';
import { onAbort } from '../utils/on-abort';

/**
 * Collects a streamed text, since Baseten's servers need all of it. Cancels the
 * stream on failure or abort.
 *
 * @throws InvalidArgumentError if a part is to be spoken by another voice.
 */
export async function readText(
  stream: SpeechModelV4StreamOptions['text'],
  {
    voice,
    abortSignal,
  }: Pick<SpeechModelV4StreamOptions, 'voice' | 'abortSignal'>,
): Promise<{ text: string; warnings: SharedV4Warning[] }> {
  const reader = stream.getReader();
  const cancel = (reason: unknown) => reader.cancel(reason).catch(() => {});
  const stopListening = onAbort(
    abortSignal,
    () => void cancel(abortSignal?.reason),
  );
  let text = '';
  let hasOptions = false;

  try {
    for (;;) {
      abortSignal?.throwIfAborted();
      const { done, value } = await reader.read();
      abortSignal?.throwIfAborted();
      if (done) break;
      if (value.voice != null && value.voice !== voice) {
        throw invalidArgument(
          'voice',
          'Expected all parts of the text to have the voice of the call, got another. A model on Baseten speaks with one voice at a time.',
        );
      }
      text += value.text;
      hasOptions ||= value.providerOptions?.baseten != null;
    }
  } catch (error) {
    await cancel(error);
    throw error;
  } finally {
    stopListening();
  }
  return {
    text,
    warnings: hasOptions
      ? [{ type: 'unsupported', feature: 'providerOptions of a text part' }]
      : [],
  };
}
