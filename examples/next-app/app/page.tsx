import { Suspense } from 'react';
import { Conversations } from '@/components/conversations/conversations';
import '@/styles/chat.css';
import '@/styles/composer.css';
import '@/styles/conversations.css';
import '@/styles/markdown.css';

export default function ChatPage() {
  return (
    // Which conversation is open stands in the address.
    <Suspense>
      <Conversations />
    </Suspense>
  );
}
