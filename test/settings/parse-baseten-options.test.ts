import { InvalidArgumentError } from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { z } from 'zod/v4';
import { parseBasetenOptions } from '../../src/settings/parse-baseten-options';
import { captureError } from '../support/capture-error';

const schema = () =>
  z.object({
    size: z.number().optional(),
    deep: z.object({ on: z.boolean() }).optional(),
  });

describe('parseBasetenOptions', () => {
  it('reads no options as none', () => {
    const none = { options: {}, warnings: [] };

    expect(parseBasetenOptions(undefined, schema)).toEqual(none);
    expect(parseBasetenOptions({}, schema)).toEqual(none);
    expect(parseBasetenOptions({ other: { size: 1 } }, schema)).toEqual(none);
  });

  it('prefers baseten to openaiCompatible', () => {
    expect(
      parseBasetenOptions(
        {
          openaiCompatible: { size: 1, deep: { on: true } },
          baseten: { size: 2 },
        },
        schema,
      ),
    ).toEqual({ options: { size: 2, deep: { on: true } }, warnings: [] });
  });

  it('names each option at fault with its path', async () => {
    const error = await captureError(() =>
      parseBasetenOptions(
        { baseten: { size: 'large', deep: { on: 1 } } },
        schema,
      ),
    );

    expect(InvalidArgumentError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({
      argument: 'providerOptions',
      message: expect.stringMatching(
        /^Invalid providerOptions\.baseten: size: .*; deep\.on: /,
      ),
      cause: expect.any(z.ZodError),
    });
  });

  it.each(['constructor', 'toString', 'hasOwnProperty', 'valueOf'])(
    'takes the name %s as any other',
    name => {
      const loose = () => z.object({}).catchall(z.json());
      const { options } = parseBasetenOptions(
        { baseten: { [name]: 1 } },
        loose,
      );

      expect(Object.entries(options)).toEqual([[name, 1]]);
    },
  );

  it.each<[options: unknown, message: string]>([
    ['text', 'Expected providerOptions to be an object, got a string.'],
    [[1], 'Expected providerOptions to be an object, got an array.'],
    [
      { baseten: 'text' },
      'Expected providerOptions.baseten to be an object, got a string.',
    ],
    [
      { baseten: [] },
      'Expected providerOptions.baseten to be an object, got an array.',
    ],
    [
      { openaiCompatible: 5 },
      'Expected providerOptions.openaiCompatible to be an object, got a number.',
    ],
    [
      { baseten: JSON.parse('{"__proto__": {"a": 1}}') },
      'Invalid providerOptions.baseten: __proto__ cannot be sent',
    ],
    [
      { baseten: { bigSize: 1, big_size: 2 } },
      'Invalid providerOptions.baseten: bigSize and big_size are one option: expected one of them, got both',
    ],
    [
      { openaiCompatible: { big_size: 1 }, baseten: { bigSize: 2 } },
      'Invalid providerOptions.baseten: bigSize and big_size are one option: expected one of them, got both',
    ],
    [
      { baseten: { deep: JSON.parse('['.repeat(1e5) + ']'.repeat(1e5)) } },
      'Invalid providerOptions.baseten: they are circular or nested too deeply',
    ],
  ])('refuses the options of case %#', async (options, message) => {
    const open = () =>
      z
        .object({ size: z.number().optional(), bigSize: z.number().optional() })
        .catchall(z.json());
    const error = await captureError(() =>
      Reflect.apply(parseBasetenOptions, undefined, [options, open]),
    );

    expect(InvalidArgumentError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({ argument: 'providerOptions', message });
  });
});
