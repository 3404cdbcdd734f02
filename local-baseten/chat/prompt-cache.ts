import type { ChatMessage, ChatRequest } from '../mind/chat-request';
import { countTokens } from '../mind/split-tokens';

const TOKENS_PER_MESSAGE = 3;
const TOKENS_PER_MEDIUM = 85;

export interface PromptTokens {
  readonly total: number;
  /** Those of the beginning that was seen before in the same session. */
  readonly cached: number;
}

/**
 * Counts prompts and remembers the last one of each session, as the cache of
 * a replica does to which `x-session-affinity` leads.
 */
export class PromptCache {
  private readonly prompts = new Map<string, readonly string[]>();

  count(request: ChatRequest, session: string | undefined): PromptTokens {
    const parts = [
      ...request.tools.map(tool => JSON.stringify(tool)),
      ...request.messages.map(messageText),
    ];
    const known = session === undefined ? [] : this.prompts.get(session);
    if (session !== undefined) this.prompts.set(session, parts);
    let total = 0;
    let cached = 0;
    let isKnown = true;
    for (const [index, part] of parts.entries()) {
      const tokens = TOKENS_PER_MESSAGE + countTokens(part);
      total += tokens;
      isKnown &&= part === known?.[index];
      if (isKnown) cached += tokens;
    }
    const media = request.messages.flatMap(message => message.media).length;
    return { total: total + media * TOKENS_PER_MEDIUM, cached };
  }
}

function messageText({ role, text, toolCalls }: ChatMessage): string {
  const calls = toolCalls.map(call => `${call.name}${call.arguments}`);
  return [role, text, ...calls].join(' ');
}
