import { useEffect, useState } from 'react';
import { loadMarkdown } from '@/components/chat/answer-text';
import type { ChatMessage } from '@/lib/chat-message';
import { readMessages } from '@/lib/conversations';

const NONE: ChatMessage[] = [];

/** The messages that a conversation is opened with; `undefined` until read. */
export function useStoredMessages(
  id: string,
  isNew: boolean,
): ChatMessage[] | undefined {
  const open = () => ({ id, messages: isNew ? NONE : undefined });
  const [opened, setOpened] = useState<{
    id: string;
    messages: ChatMessage[] | undefined;
  }>(open);
  // A new conversation that gets its address stays open as it is.
  if (opened.id !== id) setOpened(open());
  const isUnread = opened.id === id && opened.messages === undefined;

  useEffect(() => {
    if (!isUnread) return;
    let isWanted = true;
    void Promise.all([
      // A browser that keeps nothing can still chat.
      readMessages(id).catch(() => NONE),
      loadMarkdown(),
    ]).then(([messages]) => {
      if (isWanted) setOpened({ id, messages });
    });
    return () => {
      isWanted = false;
    };
  }, [id, isUnread]);

  return opened.id === id ? opened.messages : undefined;
}
