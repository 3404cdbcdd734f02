import { Chat } from '@/components/chat/chat';
import '@/styles/chat.css';
import '@/styles/markdown.css';

export default function ChatPage() {
  return <Chat />;
}
