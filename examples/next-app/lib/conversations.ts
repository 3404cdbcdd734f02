import { createStore, del, get, set, update } from 'idb-keyval';
import type { ChatMessage } from './chat-message';

/** A conversation as the list shows it. */
export interface ConversationSummary {
  id: string;
  title: string;
  /** Milliseconds since 1970. */
  updatedAt: number;
}

const LIST = 'list';
const TITLE_LENGTH = 80;

let summaries: readonly ConversationSummary[] | undefined;
const listeners = new Set<() => void>();

/** The conversations of this browser, the newest first; `undefined` until read. */
export function getSummaries(): readonly ConversationSummary[] | undefined {
  return summaries;
}

/** Calls back after every change of the list. Reads it first. */
export function watchSummaries(listener: () => void): () => void {
  listeners.add(listener);
  void readList();
  return () => listeners.delete(listener);
}

export async function readMessages(id: string): Promise<ChatMessage[]> {
  return (await get<ChatMessage[]>(messagesOf(id), database())) ?? [];
}

export async function writeConversation(
  id: string,
  messages: ChatMessage[],
): Promise<void> {
  const summary = { id, title: titleOf(messages), updatedAt: Date.now() };
  await set(messagesOf(id), messages, database());
  await changeList(list => [summary, ...list.filter(kept => kept.id !== id)]);
}

export async function deleteConversation(id: string): Promise<void> {
  await changeList(list => list.filter(kept => kept.id !== id));
  await del(messagesOf(id), database());
}

let opened: ReturnType<typeof createStore> | undefined;

/** Opened at its first use: there is none on the server. */
function database() {
  opened ??= createStore('baseten-example', 'conversations');
  return opened;
}

function messagesOf(id: string): string {
  return `messages:${id}`;
}

function titleOf(messages: readonly ChatMessage[]): string {
  const texts = messages.flatMap(({ role, parts }) =>
    role === 'user'
      ? parts.flatMap(part => (part.type === 'text' ? part.text.trim() : []))
      : [],
  );
  const [title = 'Images'] = texts.filter(text => text !== '');
  return title.slice(0, TITLE_LENGTH);
}

async function readList(): Promise<void> {
  tell((await get<ConversationSummary[]>(LIST, database())) ?? []);
}

/** Another tab may change the list at the same time: one of them waits. */
async function changeList(
  change: (list: ConversationSummary[]) => ConversationSummary[],
): Promise<void> {
  await update<ConversationSummary[]>(
    LIST,
    (list = []) => {
      const changed = change(list);
      tell(changed);
      return changed;
    },
    database(),
  );
}

function tell(list: ConversationSummary[]): void {
  summaries = list;
  for (const listener of listeners) listener();
}
