import type {
  SharedV4ProviderOptions,
  SharedV4Warning,
} from '@ai-sdk/provider';
import { InvalidArgumentError } from '@ai-sdk/provider';
import type { z } from 'zod/v4';
import { describeType } from '../utils/describe-type';
import { isObject } from '../utils/json-object';
import { toWireName } from './wire-names';

/** A schema of options that can list their names. */
export type OptionsSchema<OPTIONS> = z.ZodType<OPTIONS> & {
  readonly shape: Readonly<Record<string, z.ZodType>>;
};

export interface ParsedOptions<OPTIONS> {
  options: Partial<OPTIONS>;
  warnings: SharedV4Warning[];
}

/**
 * Reads `providerOptions.baseten`, and below it `openaiCompatible` and
 * `openai-compatible`, as openai-compatible does: it has deprecated the latter.
 *
 * An option may also be given by its name in a request, but not by both names.
 *
 * @throws InvalidArgumentError that names each option at fault.
 */
export function parseBasetenOptions<OPTIONS>(
  providerOptions: SharedV4ProviderOptions | undefined,
  schema: () => OptionsSchema<OPTIONS>,
): ParsedOptions<OPTIONS> {
  assertObject('providerOptions', providerOptions);
  const {
    'openai-compatible': hyphenated,
    openaiCompatible,
    baseten,
  } = providerOptions ?? {};
  assertObject('providerOptions.openai-compatible', hyphenated);
  assertObject('providerOptions.openaiCompatible', openaiCompatible);
  assertObject('providerOptions.baseten', baseten);

  const warnings = hyphenated == null ? [] : [OLD_NAME];
  const options = { ...hyphenated, ...openaiCompatible, ...baseten };
  if (Object.keys(options).length === 0) {
    // Building the schema would take longer than the rest of a first call.
    return { options: {}, warnings };
  }
  const result = validate(options, schema());

  if (!result.success) {
    throw invalidOptions(
      result.error.issues
        .map(({ path, message }) => `${path.join('.')}: ${message}`)
        .join('; '),
      result.error,
    );
  }
  for (const name of Object.keys(schema().shape)) {
    const wireName = toWireName(name);
    if (
      wireName !== name &&
      options[name] !== undefined &&
      options[wireName] !== undefined
    ) {
      throw invalidOptions(
        `${name} and ${wireName} are one option: expected one of them, got both`,
      );
    }
  }
  return { options: result.data, warnings };
}

const OLD_NAME: SharedV4Warning = {
  type: 'deprecated',
  setting: "providerOptions key 'openai-compatible'",
  message: "Use 'baseten' instead.",
};

function validate<OPTIONS>(
  options: Record<string, unknown>,
  schema: z.ZodType<OPTIONS>,
) {
  try {
    const result = schema.safeParse(options);
    // The schema drops this name.
    if (result.success && /"__proto__":/.test(JSON.stringify(options))) {
      throw invalidOptions('__proto__ cannot be sent');
    }
    return result;
  } catch (cause) {
    throw cause instanceof RangeError
      ? invalidOptions('they are circular or nested too deeply', cause)
      : cause;
  }
}

function assertObject(name: string, value: unknown): void {
  if (value != null && !isObject(value)) {
    throw new InvalidArgumentError({
      argument: 'providerOptions',
      message: `Expected ${name} to be an object, got ${describeType(value)}.`,
    });
  }
}

function invalidOptions(fault: string, cause?: unknown): InvalidArgumentError {
  return new InvalidArgumentError({
    argument: 'providerOptions',
    message: `Invalid providerOptions.baseten: ${fault}`,
    cause,
  });
}
