// Shows what goes wrong, how it is told apart, and what the messages say.
import { createBaseten } from '@ai-sdk/baseten';
import {
  APICallError,
  generateText,
  InvalidArgumentError,
  NoSuchModelError,
} from 'ai';
import { connect } from './support/connect';

await using connection = await connect();
const { apiKey, baseURL } = connection;
const baseten = createBaseten({ apiKey, baseURL });

await attempt('A wrong API key', () =>
  generateText({
    model: createBaseten({ apiKey: 'wrong', baseURL })('openai/gpt-oss-120b'),
    prompt: 'Hello!',
  }),
);

await attempt('A model that does not exist', () =>
  generateText({ model: baseten('no/such-model'), prompt: 'Hello!' }),
);

await attempt('Embeddings without a deployment', () =>
  baseten.embeddingModel(),
);

await attempt('A deployment URL that does not fit', () =>
  createBaseten({
    apiKey,
    modelURL: 'https://model-XXXXXXXX.api.baseten.co/production/predict',
  })(),
);

await attempt('A kind of model that there is not', () =>
  baseten.imageModel('any'),
);

async function attempt(title: string, action: () => unknown) {
  console.log(title);
  try {
    await action();
  } catch (error) {
    console.log(`  ${describe(error)}\n`);
  }
}

function describe(error: unknown): string {
  if (APICallError.isInstance(error)) {
    return `The server answered ${error.statusCode}: ${error.message}`;
  }
  // Thrown when the model is created, before anything is sent.
  if (InvalidArgumentError.isInstance(error)) {
    return `Wrong setting: ${error.message}`;
  }
  return NoSuchModelError.isInstance(error)
    ? `No such model: ${error.message}`
    : String(error);
}
