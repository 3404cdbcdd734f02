import type { LocalBaseten } from '../../local-baseten';
import type { AppServer } from './app-server';
import type { Kind } from './kinds';

export interface Outcome {
  hasCrossed: boolean;
  inFlight: number;
  problems: string[];
}

/** Runs a workflow and judges what came of it and what the server saw. */
export async function runKind(
  kind: Kind,
  app: AppServer,
  server: LocalBaseten,
): Promise<Outcome> {
  server.reset();
  server.behave(() => ({ delayMilliseconds: 500 }));
  const problems: string[] = [];
  try {
    const result = await app.run(
      kind.workflow,
      [kind.settings(server), ...kind.parameters],
      { isStream: kind.isStream ?? false },
    );
    if (!kind.isRight(result)) {
      problems.push(`Wrong result: ${JSON.stringify(result).slice(0, 500)}`);
    }
  } catch (error) {
    problems.push(error instanceof Error ? error.message : String(error));
  }

  const isAsExpected = server.requests.every(
    ({ path, headers }) =>
      path === kind.path &&
      headers.authorization === `Bearer ${server.apiKey}` &&
      headers['x-team'] === kind.team,
  );
  if (server.requests.length === 0 || !isAsExpected) {
    problems.push('Expected requests to its path, with key and header.');
  }
  const hasCrossed = problems.length === 0;
  if (server.peakInFlight !== kind.inFlight) {
    problems.push(`Expected ${kind.inFlight} requests in flight.`);
  }
  return { hasCrossed, inFlight: server.peakInFlight, problems };
}
