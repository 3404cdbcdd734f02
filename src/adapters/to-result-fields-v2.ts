import type { SharedV3ProviderMetadata, SharedV3Warning } from 'provider-v3';
import { copyMetadata } from './copy-json';

/** What a result of audio for AI SDK 5 has in another form. */
export function toResultFieldsV2({
  warnings,
  providerMetadata,
}: {
  warnings: SharedV3Warning[];
  providerMetadata?: SharedV3ProviderMetadata | undefined;
}) {
  return {
    warnings: warnings.map(toCallWarning),
    providerMetadata: copyMetadata(providerMetadata),
  };
}

/**
 * A warning as V2's audio models have it. Those name settings of the call only,
 * and ours may name an option: so each becomes a text.
 */
function toCallWarning(warning: SharedV3Warning): {
  type: 'other';
  message: string;
} {
  return warning.type === 'other'
    ? warning
    : {
        type: 'other',
        message: [`${warning.feature} is not supported.`, warning.details]
          .filter(Boolean)
          .join(' '),
      };
}
