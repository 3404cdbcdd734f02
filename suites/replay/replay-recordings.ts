import type { LanguageModelV4 } from '@ai-sdk/provider';
import { startLocalBaseten } from '../../local-baseten';
import { type Defect, findDefects } from './find-defects';
import { readReply } from './read-reply';
import type { Recording } from './recording';
import { type Outcome, runExchange } from './run-exchange';
import { splitAtRandom } from './split-at-random';
import { toCallOptions } from './to-call-options';

export interface Replayed {
  name: string;
  stream: boolean;
  status: number;
  outcome: Outcome;
  defects: Defect[];
}

/**
 * Has each recorded reply sent to the package by a local server, over a socket
 * and in random pieces, and looks at what the package makes of it.
 *
 * @param createModel Makes the chat model to be looked at.
 * @param seed Of the pieces; the same seed gives the same ones.
 */
export async function replayRecordings(
  recordings: readonly Recording[],
  createModel: (
    modelId: string,
    server: { baseURL: string; apiKey: string },
  ) => LanguageModelV4,
  seed: number,
): Promise<Replayed[]> {
  await using server = await startLocalBaseten();
  const replayed: Replayed[] = [];

  for (const [place, recording] of recordings.entries()) {
    const { name, model, stream, request, response } = recording;
    server.behave(() => ({
      status: response.status,
      body: response.body,
      contentType: response.contentType,
      stream: { splitAt: splitAtRandom(response.body, seed + place) },
    }));
    const outcome = await runExchange(
      createModel(model, server),
      toCallOptions(request),
      stream,
    );
    const defects = findDefects(outcome, readReply(recording));
    replayed.push({ name, stream, status: response.status, outcome, defects });
  }
  return replayed;
}
