'use client';

import { useChat } from '@ai-sdk/react';
import { DefaultChatTransport } from 'ai';
import { useRef } from 'react';
import { ErrorNotice } from '@/components/error-notice';
import type { ChatMessage, Runtime } from '@/lib/chat-message';
import { toRequestBody } from '@/lib/preferences';
import { Composer } from './composer';
import { Message } from './message';
import { Settings } from './settings/settings';
import { usePreferences } from './settings/use-preferences';
import { useStickToBottom } from './use-stick-to-bottom';
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

export function Chat() {
  const [preferences, changePreferences] = usePreferences();
  const { messages, sendMessage, regenerate, stop, status, error } = useChat({
    transport,
    throttle: UPDATE_MILLISECONDS,
  });
  const isAnswering = status === 'submitted' || status === 'streaming';
  const input = useRef<HTMLTextAreaElement>(null);
  useStickToBottom(isAnswering);

  const send = (text: string) => {
    void sendMessage({ text }, { body: toRequestBody(preferences) });
    input.current?.focus();
  };
  const retry = () => {
    void regenerate({ body: toRequestBody(preferences) });
    input.current?.focus();
  };
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
        <section
          className="messages"
          role="log"
          aria-label="Conversation"
          aria-busy={isAnswering}
        >
          {messages.map(message => (
            <Message
              key={message.id}
              message={message}
              isAnswering={isAnswering && message === messages.at(-1)}
            />
          ))}
          {status === 'submitted' && (
            <p className="pending">Waiting for the answer</p>
          )}
          {error && <ErrorNotice error={error} onRetry={retry} />}
        </section>
      )}

      <div className="composer-area">
        <Composer
          ref={input}
          isAnswering={isAnswering}
          onSend={send}
          onStop={stopAnswer}
        />
        <Settings preferences={preferences} onChange={changePreferences} />
      </div>
    </div>
  );
}
