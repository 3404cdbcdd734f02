import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT } from '../../suites/lib/folders';
import { runNode } from '../../suites/lib/run-node';

/** What the output of each example has to show, in this order. */
const expectations: Record<string, RegExp[]> = {
  decide: [
    /Topic: delivery\n {2}0\.\d\d {2}delivery\n/,
    /Urgency: \d\.\d\d of 2\n/,
    /A question: 0\.\d\d\n/,
  ],
  'dedicated-chat-model': [/Hello from a dedicated deployment!/],
  embed: [/Vector: \[-?0\.\d{4}, /, /Dimensions: 384/, /Tokens: [1-9]/],
  'embed-many': [
    // On a quick machine there is no line between the first and the last.
    /\n {2}0% {2}0 of 20,000 texts(?=\n)/,
    /\n100% {2}20,000 of 20,000 texts, \d+ s\n/,
    /Embeddings: 20000,/,
    /Requests: 157\n/,
    /Transport: native/,
    /Tokens: [1-9]/,
  ],
  'error-handling': [
    /answered 403: please check the api-key you provided/,
    /answered 404: please check the model you provided/,
    /Wrong setting: No model URL provided for embeddings\./,
    /Wrong setting: Not supported\. You must use a \/sync\/v1 endpoint/,
    /No such model: No such imageModel: any/,
  ],
  'generate-text': [/meaning of life/, /stop/, /Tokens: [1-9]\d* in, [1-9]/],
  'quick-start': [
    /== Generate text\n> .+\n.*meaning of life/,
    /== Stream text\n> .+\n1, 2, 3, .*29, 30\n/,
    /0\.\d\d {2}a hot summer day on a beach by the sea\n/,
    /0\.\d\d {2}snow falls/,
    /0\.\d\d {2}how to repair/,
    /384 dimensions, http transport/,
  ],
  reasoning: [
    /Reasoning:\n.*17 times 23.*\n\n/,
    /Answer:\n17 times 23 = 391\n/,
    /Reasoning tokens: [1-9]/,
  ],
  rerank: [
    /Found by embedding:\n(?: +0\.\d\d .*\n){3}/,
    /Reranked:\n +0\.\d\d +To reset a forgotten password.*\n +0\.\d\d .*\n$/,
  ],
  'semantic-search': [
    /forgot my password.*\n +0\.\d\d +To reset a forgotten password/,
    /return an order.*\n +0\.\d\d +Orders can be returned/,
  ],
  'session-affinity': [/none: [1-4]?\d %/, /auto: [5-9]\d %/],
  speech: [
    /Spoken: \d{4} bytes of audio\/wav\n/,
    /First piece: [1-9]\d* bytes\nStreamed: \d{4} bytes\n/,
  ],
  'stream-text': [/1, 2, 3, .*39, 40\n/, /Pieces: [1-9]\d+\n/, /stop/],
  'structured-output': [
    /Customer: Ada Lovelace\n/,
    /City: London\n/,
    /Mugs: 12\n/,
    /Express: yes\n/,
  ],
  transcribe: [
    /Said: {2}(.+)\nHeard: \1\n/,
    /Language: en, 0\.\d+ seconds\n/,
    /0\.0 to 0\.\d {2}The train leaves at nine\.\n.*It stops in Porto\.\n$/,
  ],
  tools: [
    /The model calls weather\({"city":"Lisbon"}\)/,
    /weather returns {"city":"Lisbon","celsius":21,"sky":"sunny"}/,
    /\n\n.*21.*\n/,
  ],
};

const examples = readdirSync(join(PROJECT, 'examples'))
  .filter(file => file.endsWith('.ts'))
  .map(file => file.replace(/\.ts$/, ''));

describe.concurrent('without a key', { timeout: 90_000 }, () => {
  it.each(examples)('%s runs on the local Baseten', async example => {
    const { exitCode, stdout, stderr } = await runExample(`${example}.ts`);

    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(
      new RegExp(
        [
          /^Talking to the local Baseten at http:\/\/127\.0\.0\.1:\d+:/,
          ...(expectations[example] ?? [/$^/]),
        ]
          .map(({ source }) => source)
          .join('[^]*'),
      ),
    );
  });

  it('an example that fails ends with an error', async () => {
    const { exitCode, stdout, stderr } = await runNode([
      '--import',
      'tsx',
      'test/docs/programs/failing-example.ts',
    ]);

    expect(stdout).toMatch(/^Talking to the local Baseten/);
    expect(stderr).toContain('Error: Something went wrong.');
    expect(exitCode).toBe(1);
  });
});

describe.concurrent('with a key', { timeout: 90_000 }, () => {
  it.each([
    'decide',
    'dedicated-chat-model',
    'embed',
    'embed-many',
    'rerank',
    'semantic-search',
    'speech',
    'transcribe',
  ])('%s says that it needs the URL of a deployment', async example => {
    const { exitCode, stdout, stderr } = await runExample(`${example}.ts`, {
      BASETEN_API_KEY: 'a-key',
    });

    expect(stderr).toBe('');
    expect(stdout).toMatch(
      /^This example needs a dedicated \w+ deployment: set BASETEN_(?:MODEL|DECISION|SPEECH|TRANSCRIPTION)_URL/,
    );
    expect(exitCode).toBe(1);
  });

  it('rerank says that it needs a second deployment', async () => {
    const { exitCode, stdout } = await runExample('rerank.ts', {
      BASETEN_API_KEY: 'a-key',
      BASETEN_MODEL_URL: 'https://model-XXXXXXXX.api.baseten.co/sync',
      BASETEN_RERANKING_URL: '',
    });

    expect(stdout).toMatch(
      /^This example needs a dedicated reranking deployment: set BASETEN_RERANKING_URL/,
    );
    expect(exitCode).toBe(1);
  });
});

async function runExample(file: string, env?: Record<string, string>) {
  return await runNode(['--import', 'tsx', `examples/${file}`], { env });
}
