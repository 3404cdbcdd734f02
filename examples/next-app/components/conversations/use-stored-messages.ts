import { useEffect, useState } from 'react';
import type { ChatMessage } from '@/lib/chat-message';
import { readMessages } from '@/lib/conversations';

const NONE: ChatMessage[] = [];

/** The messages that a conversation is opened with; `undefined` until read. */
export function useStoredMessages(
  id: string,
  isNew: boolean,
): ChatMessage[] | undefined {
  const [stored, setStored] = useState<{
    id: string;
    messages: ChatMessage[];
  }>();

  useEffect(() => {
    if (isNew) return;
    let isWanted = true;
    readMessages(id)
      // A browser that keeps nothing can still chat.
      .catch(() => NONE)
      .then(messages => {
        if (isWanted) setStored({ id, messages });
      });
    return () => {
      isWanted = false;
    };
  }, [id, isNew]);

  if (isNew) return NONE;
  return stored?.id === id ? stored.messages : undefined;
}
