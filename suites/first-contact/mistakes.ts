import { embedMany, generateText, rerank } from 'ai';
import type { LocalBaseten } from '../../local-baseten';
import { type BasetenProviderSettings, createBaseten } from '../../src';

/** Something that goes wrong at first, and what its message must say. */
export interface Mistake {
  name: string;
  make: () => unknown;
  /** What the message must match; `null` where it does no harm. */
  message: RegExp | null;
}

const MODEL_ID = 'openai/gpt-oss-120b';
const DEPLOYMENT = 'https://model-abcd1234.api.baseten.co';

/** With a key and a server for all that is not the mistake. */
export function listMistakes(local: LocalBaseten): Mistake[] {
  const { apiKey, baseURL, modelURL } = local;

  const chat =
    (
      settings: BasetenProviderSettings,
      modelId: string | undefined = MODEL_ID,
    ) =>
    () =>
      generateText({
        model: createBaseten({ apiKey, baseURL, ...settings })(modelId),
        prompt: 'Hi',
      });
  const embedding =
    (url: string | undefined, performanceClient = true) =>
    () =>
      embedMany({
        model: createBaseten({
          apiKey,
          modelURL: url,
          performanceClient,
        }).embeddingModel(),
        values: ['a'],
      });
  const answer = (body: string, make: () => unknown) => () => {
    local.behave(() => ({ body, contentType: 'text/html' }));
    return make();
  };
  const fromJavaScript = (settings: object) =>
    chat(JSON.parse(JSON.stringify(settings)));

  return [
    ...wrongURLs(),
    {
      name: 'no modelURL for embeddings',
      make: embedding(undefined),
      message:
        /^No model URL provided for embeddings\. Please set modelURL option for embeddings\. .*A deployment's URL is https:/,
    },
    {
      name: 'baseURL with the endpoint pasted in full',
      make: chat({ baseURL: `${baseURL}/chat/completions` }),
      message: null,
    },
    {
      name: 'a URL object',
      make: chat({ baseURL: new URL(baseURL) }),
      message: null,
    },
    {
      name: 'no key',
      make: chat({ apiKey: '' }),
      message:
        /^Baseten API key is missing\. Pass it using the 'apiKey' parameter or the BASETEN_API_KEY environment variable\.$/,
    },
    {
      name: '"Bearer KEY" as the key',
      make: chat({ apiKey: `Bearer ${apiKey}` }),
      message: null,
    },
    {
      name: 'a key with a space in it',
      make: chat({ apiKey: 'abc def' }),
      message: /API key.*got one with a space in it\.$/,
    },
    {
      name: 'a key in quotes',
      make: chat({ apiKey: '"abc"' }),
      message: /API key.*got one in quotes: take them off\.$/,
    },
    {
      name: 'a wrong key',
      make: chat({ apiKey: 'wrong' }),
      message:
        /^please check the api-key you provided\. The API key came from the apiKey setting\.$/,
    },
    {
      name: 'a key that is no text',
      make: fromJavaScript({ apiKey: 5 }),
      message: /^Expected apiKey to be a string, .*got a number\.$/,
    },
    {
      name: 'a model that does not exist',
      make: chat({}, 'acme/unknown'),
      message:
        /^please check the model you provided\. The model "acme\/unknown" was asked for\.$/,
    },
    {
      name: 'baseten() without id and modelURL',
      make: () =>
        generateText({
          model: createBaseten({ apiKey, baseURL })(),
          prompt: 'Hi',
        }),
      message:
        /^please check the model you provided\. No model id was given and no modelURL is set/,
    },
    {
      name: 'text for an array of texts',
      make: () =>
        Reflect.apply(embedMany, undefined, [
          {
            model: createBaseten({ apiKey, modelURL }).embeddingModel(),
            values: 'text',
          },
        ]),
      message: /^Expected values to be an array, got a string\.$/,
    },
    {
      name: 'text for an array of documents',
      make: () =>
        Reflect.apply(rerank, undefined, [
          {
            model: createBaseten({ apiKey, modelURL }).rerankingModel(),
            documents: 'text',
            query: 'a',
          },
        ]),
      message: /^Expected documents to be an array, got a string\.$/,
    },
    ...['chat', 'embeddings'].map(kind => ({
      name: `a web page answers ${kind}`,
      make: answer(
        '<!doctype html><title>Sign in</title>',
        kind === 'chat' ? chat({}) : embedding(modelURL),
      ),
      message: /^Expected a JSON reply, got a page titled "Sign in"\.$/,
    })),
  ];
}

function wrongURLs(): Mistake[] {
  const chat = (settings: BasetenProviderSettings) => () =>
    createBaseten(settings)();
  const embedding = (modelURL: string) => () =>
    createBaseten({ modelURL }).embeddingModel();
  const where =
    "A deployment's URL is https:.* as its page on app\\.baseten\\.co";
  const notForChat = (seen: string) =>
    new RegExp(
      `^Not supported\\. You must use a /sync/v1 endpoint for chat models\\. Got ${seen}`,
    );
  const placeholder = (text: string) =>
    new RegExp(`^Expected modelURL .*got the placeholder ${text}\\. ${where}`);
  const invalid = (argument: string, received: string) =>
    new RegExp(`^Expected ${argument} to be an absolute .*got ${received}`);

  return [
    {
      name: '{MODEL_ID} left in modelURL',
      make: chat({
        modelURL: 'https://model-{MODEL_ID}.api.baseten.co/sync/v1',
      }),
      message: placeholder('\\{MODEL_ID\\}'),
    },
    {
      name: 'XXXXXXXX left in modelURL',
      make: embedding('https://model-XXXXXXXX.api.baseten.co/sync'),
      message: placeholder('XXXXXXXX'),
    },
    {
      name: 'modelURL made with an id that is undefined',
      make: embedding('https://model-undefined.api.baseten.co/sync'),
      message: placeholder('undefined'),
    },
    {
      name: '/predict for chat',
      make: chat({ modelURL: `${DEPLOYMENT}/environments/production/predict` }),
      message: notForChat(`a URL that ends in /predict\\. ${where}`),
    },
    {
      name: '/predict for embeddings',
      make: embedding(`${DEPLOYMENT}/environments/production/predict`),
      message: new RegExp(
        `^Not supported\\. You must use a /sync or /sync/v1 endpoint for embeddings\\. Got a URL that ends in /predict\\. ${where}`,
      ),
    },
    {
      name: "a chain's URL",
      make: chat({
        modelURL:
          'https://chain-abcd1234.api.baseten.co/environments/production/run_remote',
      }),
      message: notForChat(`the URL of a chain\\. ${where}`),
    },
    {
      name: 'a page of the dashboard as modelURL',
      make: chat({ modelURL: 'https://app.baseten.co/models/abcd1234' }),
      message: notForChat(`a page of the dashboard\\. ${where}`),
    },
    {
      name: "the Model APIs' URL as modelURL",
      make: chat({ modelURL: 'https://inference.baseten.co/v1' }),
      message: notForChat('the URL of the Model APIs: leave modelURL out'),
    },
    {
      name: 'modelURL in quotes',
      make: chat({ modelURL: `"${DEPLOYMENT}/sync/v1"` }),
      message: invalid('modelURL', 'one in quotes: take them off'),
    },
    {
      name: 'modelURL without https://',
      make: chat({ modelURL: 'model-abcd1234.api.baseten.co/sync/v1' }),
      message: invalid('modelURL', 'one without https:// in front'),
    },
    {
      name: 'modelURL with a space',
      make: chat({ modelURL: `${DEPLOYMENT}/sync/v1 # chat` }),
      message: invalid('modelURL', 'one with a space in it'),
    },
    {
      name: 'modelURL from an empty variable',
      make: chat({ modelURL: '' }),
      message: invalid('modelURL', 'an empty one: the variable'),
    },
    {
      name: 'baseURL from an empty variable',
      make: chat({ baseURL: '' }),
      message: invalid('baseURL', 'an empty one: the variable'),
    },
    {
      name: 'baseURL "https://"',
      make: chat({ baseURL: 'https://' }),
      message: invalid('baseURL', 'one without a host: the variable'),
    },
    {
      name: 'baseURL without https://',
      make: chat({ baseURL: 'inference.baseten.co/v1' }),
      message: invalid('baseURL', 'one without https:// in front'),
    },
  ];
}
