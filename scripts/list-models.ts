/**
 * Compares the chat model ids of this package with those that Baseten serves:
 *
 *     npm run models [-- BASE_URL]
 *
 * Asks Baseten, or the API at BASE_URL, with the key in `BASETEN_API_KEY`.
 * Without a key it says so and lists what the package has.
 */
import { createBaseten } from '../src';
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
  printDifference(new Set(models.map(({ id }) => id)));
}

function printDifference(served: ReadonlySet<string>): void {
  const known = new Set<string>(IDS);
  const lines = [
    ...[...served].filter(id => !known.has(id)).map(id => `+ ${id}`),
    ...[...known].filter(id => !served.has(id)).map(id => `- ${id}`),
  ].sort();
  console.log(
    lines.length === 0
      ? `The package has the ${known.size} models that ${baseURL} serves.`
      : `${baseURL} serves these more (+) or less (-) than the package has:\n${lines.join('\n')}`,
  );
}
