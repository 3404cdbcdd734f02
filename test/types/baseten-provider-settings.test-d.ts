import { describe, expectTypeOf, it } from 'vitest';
import {
  type BasetenPerformanceClient,
  type BasetenPerformanceClientConstructor,
  type BasetenProgress,
  type BasetenProviderSettings,
  type BasetenSessionCall,
  createBaseten,
} from '../../src';

/** As `@basetenlabs/performance-client` 0.0.10 declares it. */
declare class PerformanceClient {
  constructor(baseUrl: string, apiKey?: string | undefined | null);
  batchPost(
    urlPath: string,
    payloads: unknown[],
    maxConcurrentRequests?: number | undefined | null,
    timeoutS?: number | undefined | null,
  ): Promise<unknown>;
}

describe('BasetenProviderSettings', () => {
  it('are all optional and may be undefined', () => {
    ({}) satisfies BasetenProviderSettings;
    expectTypeOf<keyof BasetenProviderSettings>().toEqualTypeOf<
      | 'apiKey'
      | 'baseURL'
      | 'fetch'
      | 'headers'
      | 'modelURL'
      | 'onProgress'
      | 'performanceClient'
      | 'sessionAffinity'
    >();
    expectTypeOf<
      Record<keyof BasetenProviderSettings, undefined>
    >().toExtend<BasetenProviderSettings>();
  });

  it('are strings, headers and a fetch', () => {
    type Settings = Required<BasetenProviderSettings>;

    expectTypeOf<
      string | Promise<string> | (() => Promise<string | undefined>)
    >().toExtend<Settings['apiKey']>();
    expectTypeOf<string | URL>().toExtend<Settings['baseURL']>();
    expectTypeOf<string | URL>().toExtend<Settings['modelURL']>();
    expectTypeOf<Record<string, string>>().toExtend<Settings['headers']>();
    expectTypeOf<typeof globalThis.fetch>().toExtend<Settings['fetch']>();
    expectTypeOf<
      'auto' | 'user-17' | ((call: BasetenSessionCall) => string | undefined)
    >().toExtend<Settings['sessionAffinity']>();
  });

  it('take a callback for progress', () => {
    type Settings = Required<BasetenProviderSettings>;

    expectTypeOf<(progress: BasetenProgress) => void>().toExtend<
      Settings['onProgress']
    >();
    expectTypeOf<BasetenProgress>().toEqualTypeOf<{
      kind: 'embedding' | 'reranking';
      modelId: string;
      completed: number;
      total: number;
    }>();
  });

  it('refuse wrong types and unknown names', () => {
    // @ts-expect-error
    createBaseten({ apiKey: 17 });
    // @ts-expect-error
    createBaseten({ modelURL: 17 });
    // @ts-expect-error
    createBaseten({ headers: { 'x-count': 1 } });
    // @ts-expect-error
    createBaseten({ fetch: 'fetch' });
    // @ts-expect-error The setting is called modelURL.
    createBaseten({ modelUrl: 'https://example.com/sync' });
  });
});

describe('performanceClient', () => {
  it('takes a switch or a constructor, the native one among them', () => {
    createBaseten({ performanceClient: true });
    createBaseten({ performanceClient: false });
    createBaseten({ performanceClient: PerformanceClient });
    expectTypeOf<
      typeof PerformanceClient
    >().toExtend<BasetenPerformanceClientConstructor>();
    expectTypeOf<PerformanceClient>().toExtend<BasetenPerformanceClient>();
  });

  it('refuses an instance and classes without batchPost', () => {
    // @ts-expect-error
    createBaseten({ performanceClient: new PerformanceClient('https://a') });
    // @ts-expect-error
    createBaseten({ performanceClient: class {} });
    // @ts-expect-error
    createBaseten({ performanceClient: 'native' });
  });
});
