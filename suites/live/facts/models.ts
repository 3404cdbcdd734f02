import type { JSONObject } from '@ai-sdk/provider';
import {
  BASETEN_CHAT_MODELS,
  type BasetenChatModel,
} from '../../../src/chat/baseten-chat-models';
import type { Fact, Probe, ProbeReply } from '../fact';
import { readList, readValue } from '../read-value';
import { ask, withLittleReasoning } from './chat-requests';

const kind = 'Model APIs';
const LISTING: Probe = { path: '/models' };
const IDS: readonly string[] = BASETEN_CHAT_MODELS.map(({ id }) => id);

/** A red square of 64 x 64. */
const IMAGE =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAEAAAABACAIAAAAlC+aJAAAAS0lEQVR42u3PQQkAAAgAsetfWiP4FgYrsKZeS0BAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEDgsqnc8OJg6Ln3AAAAAElFTkSuQmCC';

const listedIds = ({ json }: ProbeReply) =>
  readList(json, 'data').map(model => String(readValue(model, 'id')));

/** The table of models against the listing. */
const OF_THE_LISTING: Fact[] = [
  {
    name: 'ids that the package suggests',
    expected: `${IDS.length} listed`,
    source: 'documented; two from a third party',
    kind,
    probes: [LISTING],
    see: reply => {
      const missing = IDS.filter(id => !listedIds(reply).includes(id));
      return missing.length === 0
        ? `${IDS.length} listed`
        : `not listed: ${missing.join(', ')}`;
    },
  },
  {
    name: 'ids that the package does not suggest',
    source: 'open: the listing decides',
    kind,
    probes: [LISTING],
    see: reply =>
      listedIds(reply)
        .filter(id => !IDS.includes(id))
        .join(', ') || 'none',
  },
];

/** The facts of one model, by its row in the table. */
function factsOf(model: BasetenChatModel): Fact[] {
  const { id, takesImages } = model;
  return [
    {
      name: `${id}: limits, images, price`,
      expected: describeRow(model),
      source: 'documented',
      kind,
      probes: [LISTING],
      see: reply => seeRow(id, reply),
    },
    {
      name: `${id}: an image`,
      expected: takesImages ? '200' : '400',
      source: id.startsWith('zai-org/GLM-5.2')
        ? 'recorded; the documentation says 200'
        : 'documented',
      kind,
      model: id,
      probes: [
        ask(id, { max_tokens: 16, ...withLittleReasoning(id) }, [
          {
            role: 'user',
            content: [
              { type: 'text', text: 'Which colour?' },
              { type: 'image_url', image_url: { url: IMAGE } },
            ],
          },
        ]),
      ],
      see: ({ status }) => String(status),
    },
    {
      name: `${id}: structured output`,
      expected: 'JSON of the schema',
      source: 'documented for most',
      kind,
      model: id,
      probes: [askForJson(id, withLittleReasoning(id))],
      see: seeJson,
    },
  ];
}

function describeRow(model: BasetenChatModel): string {
  const { contextLength, maximumOutputTokens, takesImages, price } = model;
  return [
    `${contextLength} / ${maximumOutputTokens}`,
    takesImages ? 'images' : 'no images',
    `${price.input} / ${price.output}`,
  ].join(', ');
}

function seeRow(id: string, { json }: ProbeReply): string {
  const found = readList(json, 'data').find(
    model => readValue(model, 'id') === id,
  );
  if (found === undefined) return 'not listed';
  const perMillion = (name: string) =>
    Number((Number(readValue(found, 'pricing', name)) * 1e6).toFixed(4));
  return describeRow({
    id,
    contextLength: Number(readValue(found, 'context_length')),
    maximumOutputTokens: Number(readValue(found, 'max_completion_tokens')),
    takesImages: readList(found, 'input_modalities').includes('image'),
    callsTools: readList(found, 'supported_features').includes('tools'),
    hasStructuredOutput: readList(found, 'supported_features').includes(
      'structured_outputs',
    ),
    price: { input: perMillion('prompt'), output: perMillion('completion') },
  });
}

function askForJson(model: string, fields: JSONObject): Probe {
  return ask(
    model,
    {
      max_tokens: 200,
      ...fields,
      response_format: {
        type: 'json_schema',
        json_schema: {
          name: 'person',
          schema: {
            type: 'object',
            properties: { name: { type: 'string' } },
            required: ['name'],
            additionalProperties: false,
          },
        },
      },
    },
    'Who wrote the first computer program? Answer as JSON.',
  );
}

function seeJson({ status, text, json }: ProbeReply): string | undefined {
  if (status !== 200) return `${status} ${text.slice(0, 80)}`;
  const reason = readValue(json, 'choices', 0, 'finish_reason');
  if (reason === 'length') return undefined;
  const content = String(readValue(json, 'choices', 0, 'message', 'content'));
  try {
    return typeof readValue(JSON.parse(content), 'name') === 'string'
      ? 'JSON of the schema'
      : `other JSON: ${content.slice(0, 60)}`;
  } catch {
    return `no JSON: ${content.slice(0, 60)}`;
  }
}

/** The table of models, row by row. */
export const MODELS: Fact[] = [
  ...OF_THE_LISTING,
  ...BASETEN_CHAT_MODELS.flatMap(factsOf),
];
