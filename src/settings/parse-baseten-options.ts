import type { SharedV4ProviderOptions } from '@ai-sdk/provider';
import { InvalidArgumentError } from '@ai-sdk/provider';
import type { z } from 'zod/v4';

/**
 * Reads `providerOptions.baseten` (and `providerOptions.openaiCompatible`
 * below it, as openai-compatible does).
 *
 * @throws InvalidArgumentError that names each option at fault.
 */
export function parseBasetenOptions<OPTIONS>(
  { openaiCompatible, baseten }: SharedV4ProviderOptions = {},
  schema: () => z.ZodType<OPTIONS>,
): Partial<OPTIONS> {
  if (openaiCompatible == null && baseten == null) {
    // Making the schema takes longer than all else of a first call.
    return {};
  }
  const result = schema().safeParse({ ...openaiCompatible, ...baseten });

  if (!result.success) {
    throw new InvalidArgumentError({
      argument: 'providerOptions',
      message: `Invalid providerOptions.baseten: ${result.error.issues
        .map(({ path, message }) => `${path.join('.')}: ${message}`)
        .join('; ')}`,
      cause: result.error,
    });
  }

  return result.data;
}
