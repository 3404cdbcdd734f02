import type { useDictation } from './use-dictation';

/** Begins to listen, and ends it. */
export function MicrophoneButton({
  dictation: { state, record, stop },
}: {
  dictation: ReturnType<typeof useDictation>;
}) {
  const isRecording = state === 'recording';

  return (
    <button
      type="button"
      className="button icon-button"
      aria-label={isRecording ? 'End of dictation' : 'Dictate'}
      aria-pressed={isRecording}
      onClick={isRecording ? stop : record}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="M9 6a3 3 0 0 1 6 0v5a3 3 0 0 1-6 0zM5 11a7 7 0 0 0 14 0M12 18v3" />
      </svg>
    </button>
  );
}
