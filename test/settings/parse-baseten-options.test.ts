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
    expect(parseBasetenOptions(undefined, schema)).toEqual({});
    expect(parseBasetenOptions({}, schema)).toEqual({});
    expect(parseBasetenOptions({ other: { size: 1 } }, schema)).toEqual({});
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
    ).toEqual({ size: 2, deep: { on: true } });
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
});
