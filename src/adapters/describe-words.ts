import type { TranscriptionModelV4Result } from '@ai-sdk/provider';

/** V2 and V3 have no words in a result: they go with the metadata there. */
export function describeWords(
  metadata: TranscriptionModelV4Result['providerMetadata'],
  words: TranscriptionModelV4Result['words'],
): TranscriptionModelV4Result['providerMetadata'] {
  return words === undefined
    ? metadata
    : { ...metadata, baseten: { ...metadata?.baseten, words } };
}
