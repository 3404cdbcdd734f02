import { describe, expect, it } from 'vitest';
import { startLocalBaseten } from '../../local-baseten';
import { findTypeErrors } from './programs/find-type-errors';
import {
  type Program,
  readPrograms,
  runProgram,
} from './programs/markdown-programs';

const examples = readPrograms('test/docs/specification.md');

/** Runs an example with lines added at its end; `env` may change the key. */
async function run(
  title: string,
  {
    added = '',
    env = {},
  }: { added?: string; env?: Record<string, string> } = {},
) {
  await using local = await startLocalBaseten();
  const { code } = findExample(title);
  const outcome = await runProgram({ title, code: code + added }, local, env);

  return { ...outcome, requests: [...local.requests] };
}

/** Runs an example to its end and gives the value of an expression there. */
async function evaluate(title: string, expression: string) {
  const { exitCode, stdout, stderr, requests } = await run(title, {
    added: `console.log(JSON.stringify(${expression}))`,
  });
  expect(stderr).toBe('');
  expect(exitCode).toBe(0);
  return { value: JSON.parse(stdout), requests };
}

function findExample(title: string): Program {
  const example = examples.find(candidate => candidate.title === title);
  if (example == null) {
    throw new Error(`Expected an example named ${title}.`);
  }
  return example;
}

describe.concurrent('examples of the specification', {
  timeout: 90_000,
}, () => {
  it('compile', () => {
    // They read `error.message` of a caught error without a check.
    expect(
      findTypeErrors(examples, { useUnknownInCatchVariables: false }),
    ).toEqual([]);
  });

  it('import the default instance', async () => {
    const { value } = await evaluate('Default instance', 'typeof baseten');
    expect(value).toBe('function');
  });

  it('create a customized instance', async () => {
    const { value } = await evaluate('Customized instance', 'typeof baseten');
    expect(value).toBe('function');
  });

  it('select a model', async () => {
    const { value } = await evaluate(
      'Chat model',
      '[model.provider, model.modelId]',
    );
    expect(value).toEqual(['baseten.chat', 'moonshotai/Kimi-K2-Instruct-0905']);
  });

  it('generate text', async () => {
    const { value, requests } = await evaluate('Generate text', '{ text }');

    expect(value.text).toContain('meaning of life');
    expect(requests).toMatchObject([
      {
        path: '/v1/chat/completions',
        headers: { authorization: 'Bearer local-key' },
        body: { model: 'moonshotai/Kimi-K2-Instruct-0905' },
      },
    ]);
  });

  it('talk to a dedicated chat model', async () => {
    const { value, requests } = await evaluate(
      'Dedicated chat model',
      '{ text }',
    );

    expect(value.text).toContain('Hello from a Baseten chat model');
    expect(requests).toMatchObject([
      { path: '/sync/v1/chat/completions', body: { model: 'placeholder' } },
    ]);
  });

  it('embed one text and several', async () => {
    const { value, requests } = await evaluate(
      'Embeddings',
      '{ embedding, embeddings }',
    );

    expect(value.embedding).toHaveLength(384);
    expect(value.embeddings).toHaveLength(3);
    expect(value.embeddings[0]).toEqual(value.embedding);
    expect(value.embeddings[1]).not.toEqual(value.embedding);
    expect(requests).toMatchObject([
      { path: '/sync/v1/embeddings' },
      { path: '/sync/v1/embeddings' },
    ]);
  });

  it('handle errors', async () => {
    const success = await run('Error handling');
    expect(success).toMatchObject({ exitCode: 0, stdout: '', stderr: '' });
    expect(success.requests).toHaveLength(1);

    const failure = await run('Error handling', {
      env: { BASETEN_API_KEY: 'wrong-key' },
    });
    expect(failure).toMatchObject({
      exitCode: 0,
      stderr:
        'Baseten API error: please check the api-key you provided. The API key came from the BASETEN_API_KEY environment variable.\n',
    });
  });
});

function startsWith(sentence: string): RegExp {
  return new RegExp(`^${sentence.replaceAll('.', '\\.')}(?: [A-Z]|$)`);
}

describe.concurrent('common errors of the specification', {
  timeout: 90_000,
}, () => {
  it.each([
    [
      'Embeddings require a modelURL',
      'AI_InvalidArgumentError',
      'No model URL provided for embeddings. Please set modelURL option for embeddings.',
    ],
    [
      '/predict endpoints are not supported for chat models',
      'AI_InvalidArgumentError',
      'Not supported. You must use a /sync/v1 endpoint for chat models.',
    ],
    [
      '/predict endpoints are not supported for embeddings',
      'AI_InvalidArgumentError',
      'Not supported. You must use a /sync or /sync/v1 endpoint for embeddings.',
    ],
    [
      'Image models are not supported',
      'AI_NoSuchModelError',
      'No such imageModel: test-model',
    ],
  ])('%s', async (title, name, message) => {
    await using local = await startLocalBaseten();
    const { code } = findExample(title);
    const outcome = await runProgram(
      {
        title,
        // The error is caught and thrown away: it is printed before that.
        code: code.replace(
          'catch (error) {',
          '$& console.log(JSON.stringify([error.name, error.message]));',
        ),
      },
      local,
    );

    expect(outcome).toMatchObject({ exitCode: 0, stderr: '' });
    // What was seen and where the right URL is comes after the sentence.
    expect(JSON.parse(outcome.stdout)).toEqual([
      name,
      expect.stringMatching(startsWith(message)),
    ]);
  });

  it('/sync/v1 endpoints are now supported for embeddings', async () => {
    const { value, requests } = await evaluate(
      '/sync/v1 endpoints are now supported for embeddings',
      "(await embeddingModel.doEmbed({ values: ['a text'] })).embeddings",
    );

    expect(value).toHaveLength(1);
    expect(requests).toMatchObject([
      { path: '/environments/production/sync/v1/embeddings' },
    ]);
  });
});
