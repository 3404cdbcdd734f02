import { createHash } from 'node:crypto';
import type { ChatMessage, ChatRequest } from '../mind/chat-request';
import { countTokens } from '../mind/split-tokens';

const TOKENS_PER_MESSAGE = 3;
const TOKENS_PER_MEDIUM = 85;

/** Beginnings of prompts that a replica remembers. */
const MAX_BEGINNINGS = 10_000;

export interface PromptTokens {
  readonly total: number;
  /** Those of the beginning that the same replica saw before. */
  readonly cached: number;
}

/**
 * Counts prompts and remembers their beginnings, each replica for itself. The
 * `x-session-affinity` header leads to a replica; without it they take turns.
 */
export class PromptCache {
  private readonly beginnings = new Map<unknown, Set<string>>();
  private turn = 0;

  /** @param replicas Infinity: each session has one of its own. */
  constructor(private readonly replicas: number) {}

  count(request: ChatRequest, session: string | undefined): PromptTokens {
    const known = this.remembered(session);
    const parts = [
      ...request.tools.map(tool => JSON.stringify(tool)),
      ...request.messages.map(messageText),
    ];
    let beginning = '';
    let total = 0;
    let cached = 0;
    for (const part of parts) {
      const tokens = TOKENS_PER_MESSAGE + countTokens(part);
      total += tokens;
      beginning = digest(`${beginning}${part}`);
      if (known.has(beginning)) cached += tokens;
      known.add(beginning);
    }
    for (const oldest of known) {
      if (known.size > MAX_BEGINNINGS) known.delete(oldest);
    }
    const media = request.messages.flatMap(message => message.media).length;
    return { total: total + media * TOKENS_PER_MEDIUM, cached };
  }

  /** What the replica that is to answer remembers. */
  private remembered(session: string | undefined): Set<string> {
    const replica = this.chooseReplica(session);
    const known = this.beginnings.get(replica) ?? new Set();
    if (replica !== undefined) this.beginnings.set(replica, known);
    return known;
  }

  private chooseReplica(session: string | undefined): unknown {
    if (!Number.isFinite(this.replicas)) return session;
    this.turn += 1;
    return session === undefined
      ? this.turn % this.replicas
      : Number.parseInt(digest(session).slice(0, 8), 16) % this.replicas;
  }
}

function digest(text: string): string {
  return createHash('sha1').update(text).digest('hex');
}

function messageText({ role, text, toolCalls }: ChatMessage): string {
  const calls = toolCalls.map(call => `${call.name}${call.arguments}`);
  return [role, text, ...calls].join(' ');
}
