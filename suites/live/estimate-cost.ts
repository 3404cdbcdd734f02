import { BASETEN_CHAT_MODELS } from '../../src/chat/baseten-chat-models';
import type { Fact, Probe } from './fact';
import { readValue } from './read-value';

/** Characters of a request per token: fewer than there are in any text. */
const CHARACTERS_PER_TOKEN = 3;

/**
 * What the requests to the Model APIs cost at most, by the listed prices and
 * the longest answers that they allow. Deployments are billed by time.
 */
export function estimateCost(facts: readonly Fact[]): {
  dollars: number;
  requests: number;
} {
  const probes = new Set(
    facts
      .filter(({ kind }) => kind === 'Model APIs')
      .flatMap(fact => fact.probes)
      .flatMap(probe => (probe.after ? [probe.after, probe] : [probe])),
  );
  const costs = [...probes].map(costOf);
  return {
    dollars: costs.reduce((sum, cost) => sum + cost, 0),
    requests: probes.size,
  };
}

function costOf({ body }: Probe): number {
  const id = readValue(body, 'model');
  const price = BASETEN_CHAT_MODELS.find(model => model.id === id)?.price;
  if (price === undefined) return 0;
  const input = JSON.stringify(body).length / CHARACTERS_PER_TOKEN;
  const output = Number(readValue(body, 'max_tokens'));
  return (input * price.input + output * price.output) / 1e6;
}
