'use client';

import { useChat } from '@ai-sdk/react';
import { DefaultChatTransport } from 'ai';
import { useRef, useState } from 'react';
import { ErrorNotice } from '@/components/error-notice';
import type { ChatMessage, Runtime } from '@/lib/chat-message';
import { Composer } from './composer';
import { Message } from './message';
import { RuntimeSwitch } from './runtime-switch';
import { useStickToBottom } from './use-stick-to-bottom';
import { Welcome } from './welcome';

const ROUTES: Record<Runtime, string> = {
  nodejs: '/api/chat',
  edge: '/api/edge-chat',
};

/** The page is drawn anew at most this often while an answer streams. */
const UPDATE_MILLISECONDS = 50;

const transport = new DefaultChatTransport<ChatMessage>({
  prepareSendMessagesRequest: ({ messages, requestMetadata }) => ({
    api: requestMetadata === 'edge' ? ROUTES.edge : ROUTES.nodejs,
    body: { messages },
  }),
});

export function Chat() {
  const [runtime, setRuntime] = useState<Runtime>('nodejs');
  const { messages, sendMessage, regenerate, stop, status, error } = useChat({
    transport,
    throttle: UPDATE_MILLISECONDS,
  });
  const isAnswering = status === 'submitted' || status === 'streaming';
  const input = useRef<HTMLTextAreaElement>(null);
  useStickToBottom(isAnswering);

  const send = (text: string) => {
    void sendMessage({ text }, { metadata: runtime });
    input.current?.focus();
  };
  const retry = () => {
    void regenerate({ metadata: runtime });
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
        <RuntimeSwitch runtime={runtime} onChange={setRuntime} />
      </div>
    </div>
  );
}
