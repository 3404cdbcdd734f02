import type { Runtime } from './chat-message';
import {
  defaultModel,
  findModel,
  levelFor,
  type Model,
  type ReasoningLevel,
} from './models';

/** How the user wants to be answered. */
export interface Preferences {
  model: Model;
  reasoning: ReasoningLevel;
  runtime: Runtime;
}

export const defaultPreferences: Preferences = {
  model: defaultModel,
  reasoning: 'provider-default',
  runtime: 'nodejs',
};

/** What `useChat` hands to its transport, and the transport to the route. */
export function toRequestBody({ model, reasoning, runtime }: Preferences) {
  return { modelId: model.id, reasoning: levelFor(model, reasoning), runtime };
}

/** Reads what {@link writePreferences} wrote; unknown models are forgotten. */
export function readPreferences(text: string | null): Preferences {
  const { model, reasoning, runtime }: Partial<Record<string, unknown>> =
    text === null ? {} : JSON.parse(text);
  const known = findModel(String(model)) ?? defaultModel;
  return {
    model: known,
    reasoning:
      known.reasoningLevels.find(level => level === reasoning) ??
      'provider-default',
    runtime: runtime === 'edge' ? 'edge' : 'nodejs',
  };
}

export function writePreferences(preferences: Preferences): string {
  return JSON.stringify({ ...preferences, model: preferences.model.id });
}
