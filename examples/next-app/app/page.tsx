import { connection } from 'next/server';
import { Suspense } from 'react';
import { VoiceProvider } from '@/components/chat/voice/voice-context';
import { Conversations } from '@/components/conversations/conversations';
import '@/styles/chat.css';
import '@/styles/composer.css';
import '@/styles/conversations.css';
import '@/styles/markdown.css';

export default async function ChatPage() {
  // What the environment says is asked when the page is served, not built.
  await connection();
  const voice = {
    canTranscribe: Boolean(process.env.BASETEN_TRANSCRIPTION_MODEL_URL),
    canSpeak: Boolean(process.env.BASETEN_SPEECH_MODEL_URL),
  };

  return (
    <VoiceProvider voice={voice}>
      {/* Which conversation is open stands in the address. */}
      <Suspense>
        <Conversations />
      </Suspense>
    </VoiceProvider>
  );
}
