'use client';

import { useChat } from '@ai-sdk/react';
import { DefaultChatTransport, type FileUIPart } from 'ai';
import { useCallback, useEffect, useRef } from 'react';
import { useSaving } from '@/components/conversations/use-saving';
import type { ChatMessage, Runtime } from '@/lib/chat-message';
import { toRequestBody } from '@/lib/preferences';
import { Composer } from './composer';
import { Messages } from './messages';
import { Settings } from './settings/settings';
import { usePreferences } from './settings/use-preferences';
import type { Edit } from './user-message';
import { Welcome } from './welcome';

const ROUTES: Record<Runtime, string> = {
  nodejs: '/api/chat',
  edge: '/api/edge-chat',
};

/** The page is drawn anew at most this often while an answer streams. */
const UPDATE_MILLISECONDS = 50;

const transport = new DefaultChatTransport<ChatMessage>({
  prepareSendMessagesRequest: ({ messages, body }) => ({
    api: body?.runtime === 'edge' ? ROUTES.edge : ROUTES.nodejs,
    body: { ...body, messages },
  }),
});

/** A conversation. */
export function Chat({
  id,
  initialMessages,
  onStart,
}: {
  id: string;
  initialMessages: ChatMessage[];
  /** Called with every message that is sent. */
  onStart: () => void;
}) {
  const [preferences, changePreferences] = usePreferences();
  const { messages, sendMessage, regenerate, stop, status, error } = useChat({
    id,
    messages: initialMessages,
    transport,
    throttle: UPDATE_MILLISECONDS,
  });
  const isAnswering = status === 'submitted' || status === 'streaming';
  const input = useRef<HTMLTextAreaElement>(null);
  useSaving(id, messages, isAnswering);
  // Whoever opens another conversation waits for this answer no longer.
  useEffect(() => () => void stop(), [stop]);

  const send = (text: string, files: FileUIPart[] = []) => {
    void sendMessage({ text, files }, { body: toRequestBody(preferences) });
    input.current?.focus();
    onStart();
  };
  const edit = useCallback(
    (changed: Edit) => {
      void sendMessage(changed, { body: toRequestBody(preferences) });
      input.current?.focus();
    },
    [sendMessage, preferences],
  );
  const answerAgain = useCallback(
    (messageId?: string) => {
      void regenerate({ messageId, body: toRequestBody(preferences) });
      input.current?.focus();
    },
    [regenerate, preferences],
  );
  const stopAnswer = () => {
    void stop();
    input.current?.focus();
  };

  return (
    <div className="chat">
      <h1 className="visually-hidden">Chat</h1>

      {messages.length === 0 ? (
        <Welcome onChoose={send} />
      ) : (
        <Messages
          messages={messages}
          status={status}
          error={error}
          onEdit={edit}
          onAnswerAgain={answerAgain}
        />
      )}

      <div className="composer-area">
        <Composer
          ref={input}
          isAnswering={isAnswering}
          hasImages={messages.some(({ parts }) =>
            parts.some(({ type }) => type === 'file'),
          )}
          model={preferences.model}
          onChangeModel={model => changePreferences({ model })}
          onSend={send}
          onStop={stopAnswer}
        />
        <Settings preferences={preferences} onChange={changePreferences} />
      </div>
    </div>
  );
}
