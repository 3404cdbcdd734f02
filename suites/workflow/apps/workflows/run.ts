import { start } from 'workflow/api';
import * as workflows from './index';

/**
 * Runs a workflow to its end.
 *
 * @returns what it returned, and how many parts of which types it wrote to its
 * stream if it is asked to read that.
 */
export async function run({ name, parameters, isStream }: RunRequest) {
  const started = await start(Reflect.get(workflows, name), parameters);
  const parts: Record<string, number> = {};
  if (isStream) {
    for await (const { type } of started.readable) {
      parts[type] = (parts[type] ?? 0) + 1;
    }
  }
  return { value: await started.returnValue, parts };
}

export interface RunRequest {
  name: string;
  parameters: unknown[];
  isStream: boolean;
}
