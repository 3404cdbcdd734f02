/** A way into the package. */
export interface Entry {
  /** What is imported. */
  name: string;
  /** The version of its models. */
  specification: number;
  /** Major versions of the AI SDK that accept its models, if need be by wrapping them. */
  runsOn: readonly number[];
  /** Those whose types accept them as well. */
  compilesOn: readonly number[];
}

/** From the newest to the oldest: each adapts the models of the one before. */
export const ENTRIES: readonly Entry[] = [
  {
    name: '@ai-sdk/baseten',
    specification: 4,
    runsOn: [7],
    compilesOn: [7],
  },
  {
    name: '@ai-sdk/baseten/ai-sdk-6',
    specification: 3,
    runsOn: [6, 7],
    compilesOn: [6, 7],
  },
  {
    name: '@ai-sdk/baseten/ai-sdk-5',
    specification: 2,
    runsOn: [5, 6, 7],
    compilesOn: [5],
  },
];
