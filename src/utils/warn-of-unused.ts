import type { SharedV4Warning } from '@ai-sdk/provider';

/** A warning for each setting that was given and that the server has no place for. */
export function warnOfUnused(
  settings: Record<string, unknown>,
  details: string,
): SharedV4Warning[] {
  return Object.entries(settings).flatMap(([feature, value]) =>
    value === undefined
      ? []
      : [{ type: 'unsupported' as const, feature, details }],
  );
}
