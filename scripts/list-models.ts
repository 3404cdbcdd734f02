/**
 * Compares the table of models with what Baseten serves: ids, limits, images
 * and prices, as far as Baseten lists them.
 *
 *     npm run models [-- BASE_URL]
 *
 * Asks Baseten, or the API at BASE_URL, with the key in `BASETEN_API_KEY`.
 * Without a key it says so and lists what the package has.
 */
import { createBaseten } from '../src';
import type { BasetenAvailableModel } from '../src/catalogue/available-model';
import { BASETEN_CHAT_MODELS } from '../src/chat/baseten-chat-models';
import {
  API_KEY_ENVIRONMENT_VARIABLE,
  DEFAULT_BASE_URL,
} from '../src/settings/defaults';

const IDS = BASETEN_CHAT_MODELS.map(({ id }) => id);

const baseURL = process.argv[2] ?? DEFAULT_BASE_URL;

if (!process.env[API_KEY_ENVIRONMENT_VARIABLE]) {
  console.log(
    `${API_KEY_ENVIRONMENT_VARIABLE} is not set: there is nothing to compare with. The package has:`,
  );
  console.log(IDS.join('\n'));
} else {
  const { models } = await createBaseten({ baseURL }).getAvailableModels();
  printDifference(models);
}

function printDifference(served: readonly BasetenAvailableModel[]): void {
  const servedIds = new Set(served.map(({ id }) => id));
  const known = new Set<string>(IDS);
  const lines = [
    ...[...servedIds].filter(id => !known.has(id)).map(id => `+ ${id}`),
    ...[...known].filter(id => !servedIds.has(id)).map(id => `- ${id}`),
    ...served.flatMap(describeChanges),
  ].sort();
  console.log(
    lines.length === 0
      ? `The package has the ${known.size} models that ${baseURL} serves.`
      : `${baseURL} serves these more (+), less (-) or otherwise (~) than the package has:\n${lines.join('\n')}`,
  );
}

/** What the listing says otherwise than the table of a model. */
function describeChanges(listed: BasetenAvailableModel): string[] {
  const model = BASETEN_CHAT_MODELS.find(({ id }) => id === listed.id);
  if (model === undefined) return [];
  const { inputModalities, pricing } = listed;
  const rows: Array<[string, unknown, unknown]> = [
    ['context', model.contextLength, listed.contextLength],
    ['longest answer', model.maximumOutputTokens, listed.maxOutputTokens],
    ['images', model.takesImages, inputModalities?.includes('image')],
    ['USD in', model.price.input, toPricePerMillion(pricing?.input)],
    ['USD out', model.price.output, toPricePerMillion(pricing?.output)],
  ];
  return rows
    .filter(([, known, seen]) => seen !== undefined && seen !== known)
    .map(
      ([name, known, seen]) => `~ ${model.id}: ${name} ${known}, now ${seen}`,
    );
}

function toPricePerMillion(perToken: string | undefined): number | undefined {
  return perToken === undefined
    ? undefined
    : Number((Number(perToken) * 1e6).toFixed(4));
}
