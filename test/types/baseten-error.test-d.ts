import type { APICallError } from 'ai';
import { describe, expectTypeOf, it } from 'vitest';
import type { BasetenErrorData } from '../../src';

describe('BasetenErrorData', () => {
  it('is what the data of an APICallError can be read as', () => {
    expectTypeOf<
      BasetenErrorData['error']['message']
    >().toEqualTypeOf<string>();
    expectTypeOf<BasetenErrorData['error']['type']>().toEqualTypeOf<
      string | undefined
    >();
    expectTypeOf<BasetenErrorData['error']['code']>().toEqualTypeOf<
      string | number | undefined
    >();
    expectTypeOf<BasetenErrorData>().toExtend<APICallError['data']>();
  });

  it('refuses an error that is a text', () => {
    // @ts-expect-error
    ({ error: 'text' }) satisfies BasetenErrorData;
  });
});
