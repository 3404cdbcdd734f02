'use client';

import { generateId } from 'ai';
import { useRouter, useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { Chat } from '@/components/chat/chat';
import { Dialog } from '@/components/dialog';
import { addressOf } from './address-of';
import { ConversationList } from './conversation-list';
import { useStoredMessages } from './use-stored-messages';

/** The chat, with the conversations that this browser keeps. */
export function Conversations() {
  const router = useRouter();
  const named = useSearchParams().get('conversation');
  const [fresh, setFresh] = useState(generateId);
  const id = named ?? fresh;
  const messages = useStoredMessages(id, named === null);

  const startAnew = () => {
    setFresh(generateId());
    router.push('/');
  };
  const list = (close?: () => void) => (
    <ConversationList
      current={id}
      onOpen={close}
      onNew={() => {
        startAnew();
        close?.();
      }}
    />
  );

  return (
    <>
      <aside className="sidebar" aria-label="Conversations">
        {list()}
      </aside>
      <div className="conversation-bar">
        <Dialog
          title="Conversations"
          button="Conversations"
          buttonClass="quiet-button"
        >
          {list}
        </Dialog>
      </div>
      {messages ? (
        <Chat
          key={id}
          id={id}
          initialMessages={messages}
          // Its address, without a way back to the empty page.
          onStart={() => window.history.replaceState(null, '', addressOf(id))}
        />
      ) : (
        <p className="pending">Opening the conversation</p>
      )}
    </>
  );
}
