import { Chat } from '@/components/chat/chat';
import '@/styles/chat.css';

export default function ChatPage() {
  return <Chat />;
}
