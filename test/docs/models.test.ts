import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startLocalBaseten } from '../../local-baseten';
import {
  BASETEN_CHAT_MODELS,
  CHAT_MODELS_DATE,
} from '../../src/chat/baseten-chat-models';
import { findReasoningSupport } from '../../src/chat/reasoning-support';
import { PROJECT } from '../../suites/lib/folders';
import { readProse, readRows } from './markdown';

const PAGE = 'docs/models.md';

it('the table of models says what the source knows of each model', () => {
  expect(readRows(PAGE, 'id', 'context')).toEqual(
    BASETEN_CHAT_MODELS.map(model => ({
      id: `\`${model.id}\``,
      context: model.contextLength.toLocaleString('en'),
      'longest answer': model.maximumOutputTokens.toLocaleString('en'),
      images: toWord(model.takesImages),
      reasoning: describeReasoning(model.id),
      'structured output': toWord(model.hasStructuredOutput),
      tools: toWord(model.callsTools),
      'USD in / out': `${toDollars(model.price.input)} / ${toDollars(model.price.output)}`,
    })),
  );
});

it('the page tells when limits and prices were read', () => {
  expect(readProse(PAGE)).toContain(CHAT_MODELS_DATE);
});

it('the local Baseten lists the same models with the same facts', async () => {
  await using local = await startLocalBaseten();
  const response = await fetch(`${local.baseURL}/models`, {
    headers: { authorization: `Bearer ${local.apiKey}` },
  });
  const { data } = Object(await response.json());
  const listed = new Map(
    Array.from(Object.values(Object(data)), model => [
      Object(model).id,
      Object(model),
    ]),
  );

  for (const model of BASETEN_CHAT_MODELS) {
    const found = listed.get(model.id);
    expect({
      id: found?.id,
      contextLength: found?.context_length,
      maximumOutputTokens: found?.max_completion_tokens,
      takesImages: found?.input_modalities.includes('image'),
      callsTools: found?.supported_features.includes('tools'),
      hasStructuredOutput:
        found?.supported_features.includes('structured_outputs'),
      price: {
        input: toPricePerMillion(found?.pricing.prompt),
        output: toPricePerMillion(found?.pricing.completion),
      },
    }).toEqual(model);
  }
});

it('the built package does not hold the table', () => {
  const dist = join(PROJECT, 'dist');
  const files = readdirSync(dist).filter(name => /\.c?js$/.test(name));

  expect(files).toContain('index.js');
  expect(
    files.filter(name =>
      readFileSync(join(dist, name), 'utf8').includes('maximumOutputTokens'),
    ),
  ).toEqual([]);
});

function toPricePerMillion(perToken: string): number {
  return Number((Number(perToken) * 1e6).toFixed(4));
}

function toWord(can: boolean): string {
  return can ? 'yes' : 'no';
}

function toDollars(price: number): string {
  return price.toFixed(2);
}

function describeReasoning(id: string): string {
  const { efforts = [], isOptIn } = findReasoningSupport(id) ?? {};
  const levels = efforts.length > 0 ? efforts.join(', ') : 'on or off';
  return isOptIn ? `on request: ${levels}` : levels;
}
