import { useEffect, useRef, useState } from 'react';
import { fetchTranscript } from './fetch-transcript';

type State = 'idle' | 'recording' | 'transcribing';

/** Turns what is said, or an audio file, into text. */
export function useDictation(onText: (text: string) => void) {
  const [state, setState] = useState<State>('idle');
  const [problem, setProblem] = useState<string>();
  const recorder = useRef<MediaRecorder>(null);

  useEffect(() => () => end(recorder.current), []);

  const transcribe = async (sound: Blob) => {
    setProblem(undefined);
    setState('transcribing');
    try {
      onText(await fetchTranscript(sound));
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
    setState('idle');
  };
  const record = async () => {
    setProblem(undefined);
    try {
      recorder.current = await startRecording(transcribe);
      setState('recording');
    } catch {
      setProblem('This page may not use the microphone.');
    }
  };
  const stop = () => end(recorder.current);

  return { state, problem, record, stop, transcribe };
}

async function startRecording(
  onEnd: (sound: Blob) => void,
): Promise<MediaRecorder> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const recorder = new MediaRecorder(stream);
  recorder.addEventListener('dataavailable', ({ data }) => onEnd(data));
  recorder.addEventListener('stop', () => {
    // The browser shows no longer that it listens.
    for (const track of stream.getTracks()) track.stop();
  });
  recorder.start();
  return recorder;
}

function end(recorder: MediaRecorder | null): void {
  if (recorder?.state === 'recording') recorder.stop();
}
