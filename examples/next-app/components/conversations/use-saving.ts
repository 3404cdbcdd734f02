import { useEffect, useRef } from 'react';
import type { ChatMessage } from '@/lib/chat-message';
import { writeConversation } from '@/lib/conversations';

const SAVE_MILLISECONDS = 1000;

/** Keeps a conversation in this browser: with each question, answer and second. */
export function useSaving(
  id: string,
  messages: ChatMessage[],
  isAnswering: boolean,
): void {
  const latest = useRef(messages);
  const saved = useRef(messages);

  useEffect(() => {
    latest.current = messages;
  }, [messages]);

  useEffect(() => {
    const save = () => {
      if (latest.current === saved.current) return;
      saved.current = latest.current;
      // A browser that keeps nothing can still chat.
      writeConversation(id, latest.current).catch(() => undefined);
    };
    save();
    if (!isAnswering) return;
    const timer = setInterval(save, SAVE_MILLISECONDS);
    return () => {
      clearInterval(timer);
      save();
    };
  }, [id, isAnswering]);
}
