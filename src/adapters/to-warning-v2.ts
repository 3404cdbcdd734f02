import type { LanguageModelV2CallWarning } from 'provider-v2';
import type { SharedV3Warning } from 'provider-v3';

/** The same warning for AI SDK 5. */
export function toWarningV2(
  warning: SharedV3Warning,
): LanguageModelV2CallWarning {
  switch (warning.type) {
    case 'unsupported':
      return {
        type: 'unsupported-setting',
        setting: warning.feature,
        details: warning.details,
      };
    case 'compatibility':
      return {
        type: 'other',
        message: [warning.feature, warning.details].filter(Boolean).join(': '),
      };
    case 'other':
      return warning;
  }
}
