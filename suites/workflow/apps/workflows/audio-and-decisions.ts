import {
  type Experimental_DecisionModel as DecisionModel,
  experimental_decide as decide,
  generateSpeech,
  type SpeechModel,
  type TranscriptionModel,
  transcribe,
} from 'ai';
import { createProvider } from './provider';
import type { Settings } from './settings';

export async function decision(settings: Settings, state: string) {
  'use workflow';
  return await chooseTopic(createProvider(settings).decisionModel(), state);
}

async function chooseTopic(model: DecisionModel, state: string) {
  'use step';
  const { answers } = await decide({
    model,
    state,
    questions: {
      topic: {
        type: 'choice',
        instructions: 'What is the message about?',
        criteria: {
          delivery: 'a parcel that is late, lost or has not arrived',
          billing: 'an invoice or a payment',
        },
      },
    },
  });
  return answers.topic.choice;
}

export async function speech(settings: Settings, text: string) {
  'use workflow';
  return await speak(createProvider(settings).speechModel(), text);
}

async function speak(model: SpeechModel, text: string) {
  'use step';
  const { audio } = await generateSpeech({ model, text });
  return { mediaType: audio.mediaType, size: audio.uint8Array.length };
}

export async function transcription(settings: Settings, size: number) {
  'use workflow';
  return await hear(createProvider(settings).transcriptionModel(), size);
}

async function hear(model: TranscriptionModel, size: number) {
  'use step';
  const { text } = await transcribe({ model, audio: new Uint8Array(size) });
  return text;
}
