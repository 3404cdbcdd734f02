import type { SharedV4Warning } from '@ai-sdk/provider';
import type { SharedV3Warning } from 'provider-v3';

/** The same warning for AI SDK 6, which has no deprecations. */
export function toWarningV3(warning: SharedV4Warning): SharedV3Warning {
  return warning.type === 'deprecated'
    ? { type: 'other', message: `${warning.setting}: ${warning.message}` }
    : warning;
}
