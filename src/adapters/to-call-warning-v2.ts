import type { SharedV3Warning } from 'provider-v3';

/**
 * A warning as V2's audio models have it. Those name settings of the call only,
 * and ours may name an option: so each becomes a text.
 */
export function toCallWarningV2(warning: SharedV3Warning): {
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
