import type {
  SharedV4ProviderMetadata,
  SharedV4Warning,
} from '@ai-sdk/provider';
import { copyMetadata } from './copy-json';
import { toWarningV3 } from './to-warning-v3';

/** What a result for AI SDK 6 has in another form, for every kind but chat. */
export function toResultFieldsV3({
  warnings = [],
  providerMetadata,
}: {
  warnings?: SharedV4Warning[] | undefined;
  providerMetadata?: SharedV4ProviderMetadata | undefined;
}) {
  return {
    warnings: warnings.map(toWarningV3),
    providerMetadata: copyMetadata(providerMetadata),
  };
}
