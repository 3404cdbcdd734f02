import { expect, it } from 'vitest';
import { models } from '../../examples/next-app/lib/models';
import { BASETEN_CHAT_MODELS } from '../../src/chat/baseten-chat-models';
import { findReasoningSupport } from '../../src/chat/reasoning-support';

it.each(models)('the web app says of $id what the source knows', model => {
  const known = BASETEN_CHAT_MODELS.find(({ id }) => id === model.id);
  const efforts = findReasoningSupport(model.id)?.efforts ?? [];

  expect({
    contextTokens: known?.contextLength,
    takesImages: known?.takesImages,
    callsTools: known?.callsTools,
    price: known?.price,
    // A model without levels is on or off.
    reasoningLevels: efforts.length > 0 ? efforts : ['none', 'high'],
  }).toEqual({
    contextTokens: model.contextTokens,
    takesImages: model.takesImages,
    callsTools: true,
    price: model.price,
    reasoningLevels: model.reasoningLevels,
  });
});
