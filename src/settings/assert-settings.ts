import { InvalidArgumentError } from '@ai-sdk/provider';
import { describeType } from '../utils/describe-type';

/** The allowed types of settings that are not URLs, besides `undefined`. */
const SETTINGS: Record<string, { types: string[]; expected: string }> = {
  apiKey: {
    types: ['string', 'function', 'object'],
    expected: 'a string, or a function or promise that gives one',
  },
  headers: { types: ['object'], expected: 'an object of strings' },
  fetch: { types: ['function'], expected: 'a function' },
  performanceClient: {
    types: ['boolean', 'function'],
    expected: 'a boolean or a PerformanceClient constructor',
  },
  onProgress: { types: ['function'], expected: 'a function' },
  sessionAffinity: {
    types: ['string', 'function'],
    expected: "'auto', another string, or a function that gives one",
  },
};

/** @throws InvalidArgumentError that names the first setting of the wrong type. */
export function assertSettings(settings: unknown): void {
  if (typeof settings !== 'object' || settings === null) {
    throw new InvalidArgumentError({
      argument: 'settings',
      message: `Expected the settings to be an object, got ${describeType(settings)}.`,
    });
  }
  for (const [argument, { types, expected }] of Object.entries(SETTINGS)) {
    const value: unknown = Reflect.get(settings, argument);
    if (value != null && !types.includes(typeof value)) {
      throw new InvalidArgumentError({
        argument,
        message: `Expected ${argument} to be ${expected}, got ${describeType(value)}.`,
      });
    }
  }
}

/** @throws InvalidArgumentError unless a model id is a string or missing. */
export function assertModelId(modelId: unknown): void {
  if (modelId != null && typeof modelId !== 'string') {
    throw new InvalidArgumentError({
      argument: 'modelId',
      message: `Expected modelId to be a string, got ${describeType(modelId)}.`,
    });
  }
}
