'use client';

import { createContext, type ReactNode, useContext } from 'react';

/** Which of the deployments for speech there are. */
export interface Voice {
  canTranscribe: boolean;
  canSpeak: boolean;
}

const VoiceContext = createContext<Voice>({
  canTranscribe: false,
  canSpeak: false,
});

export function VoiceProvider({
  voice,
  children,
}: {
  voice: Voice;
  children: ReactNode;
}) {
  return <VoiceContext value={voice}>{children}</VoiceContext>;
}

export function useVoice(): Voice {
  return useContext(VoiceContext);
}
