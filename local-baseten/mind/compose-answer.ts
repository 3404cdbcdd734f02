import type { Answer } from './answer';
import type { ChatMessage, ChatRequest } from './chat-request';
import { chooseToolCalls } from './choose-tool-calls';
import { composeReasoning } from './compose-reasoning';
import { composeText } from './compose-text';
import { generateJson } from './generate-json';
import { readPrompt } from './prompt-facts';

/** Composes a plausible answer by fixed rules, always the same for a request. */
export function composeAnswer(request: ChatRequest): Answer {
  const { messages, jsonSchema } = request;
  const lastUser = messages.map(({ role }) => role).lastIndexOf('user');
  const sinceThen = messages.slice(lastUser + 1);
  const toolCalls = sinceThen.flatMap(message => message.toolCalls);
  const results = sinceThen.filter(({ role }) => role === 'tool').map(parsed);
  const facts = readPrompt(messages[lastUser]?.text ?? '', results);
  const reasoning = composeReasoning(request, facts);

  const calls = chooseToolCalls(request, facts, toolCalls);
  if (calls.length > 0) return { reasoning, content: '', toolCalls: calls };
  const content =
    jsonSchema === undefined
      ? composeText(messages, facts, toolCalls)
      : JSON.stringify(
          generateJson(
            Object.keys(jsonSchema).length > 0 ? jsonSchema : ANY_OBJECT,
            facts,
            true,
          ),
        );
  return { reasoning, content, toolCalls: [] };
}

const ANY_OBJECT = {
  type: 'object',
  properties: { answer: { type: 'string' }, topic: { type: 'string' } },
};

function parsed({ text }: ChatMessage): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
