import { findKnownModel } from '../utils/known-models';
import type { ChatRequest } from './chat-request';
import type { PromptFacts } from './prompt-facts';

/** The reasoning before an answer; empty if the model does not reason. */
export function composeReasoning(
  request: ChatRequest,
  facts: PromptFacts,
): string {
  if (!isThinking(request)) return '';
  const { topic } = facts;
  const thoughts = [
    `The user wants to know about ${topic}.`,
    `A short answer that keeps to ${topic} will do.`,
    'Nothing in the conversation speaks against it.',
    'It is worth a second look, and the second look agrees.',
  ];
  return thoughts.slice(0, thoughtCount(request.reasoningEffort)).join(' ');
}

function isThinking(request: ChatRequest): boolean {
  const { model, reasoningEffort, enableThinking } = request;
  const known = findKnownModel(model);
  const isOff = reasoningEffort === 'none' || enableThinking === false;
  switch (known?.reasoning?.mode) {
    case 'always':
      return true;
    case 'on':
      return !isOff;
    case 'opt-in':
      return enableThinking === true && !isOff;
    default:
      // A model without reasoning, or the unknown model of a deployment.
      return known === undefined && enableThinking === true && !isOff;
  }
}

function thoughtCount(effort: string | undefined): number {
  switch (effort) {
    case 'none':
    case 'minimal':
    case 'low':
      return 1;
    case 'xhigh':
    case 'max':
      return 4;
    default:
      return 2;
  }
}
