import type { JSONObject } from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { z } from 'zod/v4';
import { createBaseten } from '../../src';
import { chatModelOptionsSchema } from '../../src/chat/baseten-chat-language-model-options';
import { decisionModelOptionsSchema } from '../../src/decisions/baseten-decision-model-options';
import { embeddingModelOptionsSchema } from '../../src/embedding/baseten-embedding-model-options';
import { rerankingModelOptionsSchema } from '../../src/reranking/baseten-reranking-model-options';
import { speechModelOptionsSchema } from '../../src/speech/baseten-speech-model-options';
import { transcriptionModelOptionsSchema } from '../../src/transcription/baseten-transcription-model-options';
import { captureError } from '../support/capture-error';
import { readCode, readProse, readRows } from './markdown';
import { type Kind, OPTIONS, SETTINGS } from './samples';

const KINDS: Array<{ kind: Kind; page: string; schema: z.ZodType }> = [
  { kind: 'chat', page: 'docs/chat.md', schema: chatModelOptionsSchema() },
  {
    kind: 'embedding',
    page: 'docs/embeddings.md',
    schema: embeddingModelOptionsSchema(),
  },
  {
    kind: 'reranking',
    page: 'docs/reranking.md',
    schema: rerankingModelOptionsSchema(),
  },
  {
    kind: 'decision',
    page: 'docs/decisions.md',
    schema: decisionModelOptionsSchema(),
  },
  {
    kind: 'transcription',
    page: 'docs/transcription.md',
    schema: transcriptionModelOptionsSchema(),
  },
  {
    kind: 'speech',
    page: 'docs/speech.md',
    schema: speechModelOptionsSchema(),
  },
];

/** How a call goes, and what belongs to another form of a kind. */
const NOT_SENT = [
  'multiPartToolResults',
  'batchSize',
  'maxConcurrentRequests',
  'timeoutSeconds',
  'batchRetries',
  'responseFormat',
  'textField',
];

const nameOf = ({ option, setting }: Record<string, string>) =>
  readCode(option ?? setting)[0] ?? '';

describe.each(KINDS)('options of $kind models', ({ kind, page, schema }) => {
  const options: JSONObject = OPTIONS[kind];

  it('are all on their page, under the names of the wire', async () => {
    const rows = readRows(page, 'option', 'sent as');
    const body = await captureBody(kind, options);
    const sent = Object.fromEntries(
      rows.map(row => [
        nameOf(row),
        findValue(body, readCode(row['sent as'])[0]),
      ]),
    );

    // How the work is spread over requests is nobody else's business.
    expect(sent).toEqual({
      ...options,
      ...Object.fromEntries(
        NOT_SENT.filter(name => name in options).map(name => [name, undefined]),
      ),
    });
    expect(Object.keys(sent).sort()).toEqual(Object.keys(options).sort());
    expect(JSON.stringify(body)).not.toMatch(
      /batch|concurrent|timeout|retr|multiPart/i,
    );
  });

  it('are all on the page of options, with type and range', () => {
    const { properties = {} } = z.toJSONSchema(schema, { io: 'input' });
    const rows = readRows('docs/options.md', 'option', 'type').filter(
      ({ models }) => models?.split(', ').includes(kind),
    );

    expect(rows.map(nameOf).sort()).toEqual(Object.keys(options).sort());
    for (const row of rows) {
      const property = properties[nameOf(row)];
      expect([nameOf(row), readCode(row.type)]).toEqual([
        nameOf(row),
        describeType(property),
      ]);
      // A range that the schema does not know is none or Baseten's.
      expect([nameOf(row), row.range]).toEqual([
        nameOf(row),
        describeRange(property) ?? expect.stringMatching(/^any$| \\\*$/),
      ]);
    }
  });
});

it.each(['README.md', 'docs/settings.md'])('%s has every setting', page => {
  const names = readRows(page, 'setting', 'default').map(nameOf);
  expect(names).toEqual(Object.keys(SETTINGS));
});

it('docs/settings.md explains every setting', () => {
  for (const name of Object.keys(SETTINGS)) {
    expect(readProse('docs/settings.md')).toMatch(
      new RegExp(`^\\*\\*${name}\\*\\* `, 'm'),
    );
  }
});

/** The body that is sent for a call with these options. */
async function captureBody(kind: Kind, baseten: JSONObject): Promise<unknown> {
  let body: unknown;
  const settings = {
    ...SETTINGS,
    fetch: async (_input: unknown, init?: RequestInit) => {
      const sent = JSON.parse(String(init?.body));
      body = sent.whisper_input?.whisper_params ?? sent;
      return new Response('{}', { status: 400 });
    },
  };
  const provider = createBaseten(settings);
  const predict = createBaseten({
    ...settings,
    modelURL: 'https://localhost/predict',
  });
  const providerOptions = { baseten };
  const calls = {
    chat: () =>
      provider().doGenerate({
        prompt: [{ role: 'user', content: [{ type: 'text', text: 'Hello!' }] }],
        responseFormat: { type: 'json', schema: { type: 'object' } },
        providerOptions,
      }),
    embedding: () =>
      provider.embeddingModel().doEmbed({ values: ['a'], providerOptions }),
    reranking: () =>
      provider.rerankingModel().doRerank({
        query: 'a',
        documents: { type: 'text', values: ['a'] },
        providerOptions,
      }),
    decision: () =>
      provider.decisionModel().doDecide({
        state: [{ type: 'text', text: 'a' }],
        questions: { a: { type: 'boolean', instructions: 'b' } },
        providerOptions,
      }),
    transcription: () =>
      predict.transcriptionModel().doGenerate({
        audio: new Uint8Array([1]),
        mediaType: 'audio/wav',
        providerOptions,
      }),
    speech: () =>
      predict.speechModel().doGenerate({ text: 'a', providerOptions }),
  };
  await captureError(calls[kind]);
  return body;
}

function findValue(body: unknown, path: string | undefined): unknown {
  return path
    ?.split('.')
    .reduce<unknown>((value, name) => Object(value)[name], body);
}

type Property = z.core.JSONSchema._JSONSchema | undefined;

/** The types that a value may have, as the pages name them. */
function describeType(property: Property): string[] {
  if (property == null || typeof property === 'boolean') {
    return [];
  }
  const { type, anyOf, items, additionalProperties } = property;
  if (anyOf != null) {
    return anyOf.flatMap(describeType);
  }
  if (property.enum != null) {
    return property.enum.map(value => `'${value}'`);
  }
  if (type === 'array' && !Array.isArray(items)) {
    return describeType(items).map(name => `${name}[]`);
  }
  const [valueType, ...others] = describeType(additionalProperties);
  return type === 'object' && valueType != null && others.length === 0
    ? [`Record<string, ${valueType}>`]
    : [type ?? []].flat();
}

function describeRange(property: Property): string | undefined {
  if (property == null || typeof property === 'boolean') {
    return undefined;
  }
  const { minimum, maximum, exclusiveMinimum } = property;
  if (exclusiveMinimum != null) {
    return `more than ${exclusiveMinimum}`;
  }
  // An integer that is not limited is limited by what a number can hold.
  return minimum == null || minimum === Number.MIN_SAFE_INTEGER
    ? undefined
    : `${minimum} to ${maximum}`;
}
