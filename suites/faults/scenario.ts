/** The two calls of the AI SDK that send texts to a deployment in batches. */
export const TASKS = ['embed', 'rerank'] as const;
export type TaskName = (typeof TASKS)[number];

export const TRANSPORTS = ['native', 'http'] as const;

interface Setting {
  task: TaskName;
  transport: (typeof TRANSPORTS)[number];
}

/** Many jobs while a share of all answers is a fault. */
export interface FaultyJobsScenario extends Setting {
  name: 'faulty-jobs';
  /** The same seed gives the same faults to the same batches. */
  seed: number;
  /** Share of the requests that meet a fault, 0 to 1. */
  rate: number;
  jobs: number;
}

/** A job for each fault, which one of its batches meets at every attempt. */
export interface LastingFaultsScenario extends Setting {
  name: 'lasting-faults';
}

/** One job while the server is gone for a while. */
export interface OutageScenario extends Setting {
  name: 'outage';
  refusal: 'status 503' | 'destroyed connection';
  seconds: number;
  texts: number;
}

/** Jobs that share one signal, which is aborted while answers are faults. */
export interface AbortScenario extends Setting {
  name: 'abort';
  seed: number;
}

/** One job whose result fills gigabytes. */
export interface LargeResultScenario extends Setting {
  name: 'large-result';
  texts: number;
  dimensions: number;
}

/** What a process of its own does and reports. */
export type Scenario =
  | FaultyJobsScenario
  | LastingFaultsScenario
  | OutageScenario
  | AbortScenario
  | LargeResultScenario;

export interface Report {
  /** What was measured: a row of a table, by the names of its columns. */
  figures: Record<string, string | number>;
  /** How many jobs failed, by the class of the error and its reason. */
  failures: Record<string, number>;
  /** What must not be; empty if all is well. */
  violations: string[];
}
