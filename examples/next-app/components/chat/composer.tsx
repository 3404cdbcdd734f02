import type { FileUIPart } from 'ai';
import { type FormEvent, type KeyboardEvent, type Ref, useState } from 'react';
import type { Model } from '@/lib/models';
import { AttachButton } from './images/attach-button';
import { ImagesNotice } from './images/images-notice';
import { Thumbnails } from './images/thumbnails';
import { useImages } from './images/use-images';
import { MicrophoneButton } from './voice/microphone-button';
import { useDictation } from './voice/use-dictation';
import { useVoice } from './voice/voice-context';

/** Where a message is written and sent, and an answer stopped. */
export function Composer({
  ref,
  isAnswering,
  hasImages,
  model,
  onChangeModel,
  onSend,
  onStop,
}: {
  ref: Ref<HTMLTextAreaElement>;
  isAnswering: boolean;
  /** Whether the conversation holds images already. */
  hasImages: boolean;
  model: Model;
  onChangeModel: (model: Model) => void;
  onSend: (text: string, images: FileUIPart[]) => void;
  onStop: () => void;
}) {
  const [text, setText] = useState('');
  const images = useImages();
  const { canTranscribe } = useVoice();
  const dictation = useDictation(said =>
    setText(written => [written.trim(), said].filter(Boolean).join(' ')),
  );
  const problem = images.problem ?? dictation.problem;
  const isRefused = !model.takesImages && (hasImages || images.list.length > 0);
  const canSend = !isRefused && (text.trim() !== '' || images.list.length > 0);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isAnswering || !canSend) return;
    onSend(text, images.list);
    setText('');
    images.clear();
  };
  const addFiles = (files: FileList) => {
    for (const file of files) {
      if (canTranscribe && file.type.startsWith('audio/')) {
        void dictation.transcribe(file);
      } else {
        void images.add(file);
      }
    }
  };
  const handleKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // Enter also ends the input of a Chinese or Japanese word.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey) submit(event);
    if (event.key === 'Escape' && isAnswering) onStop();
  };

  return (
    <>
      {isRefused && (
        <ImagesNotice model={model} onChangeModel={onChangeModel} />
      )}
      {problem && (
        <p className="note" role="alert">
          {problem}
        </p>
      )}
      <Thumbnails images={images.list} onRemove={images.remove} />
      {dictation.state === 'transcribing' && (
        <p className="pending" role="status">
          Writing down what was said
        </p>
      )}
      <form className="composer" onSubmit={submit}>
        <AttachButton takesAudio={canTranscribe} onChoose={addFiles} />
        <label className="visually-hidden" htmlFor="message">
          Message
        </label>
        <textarea
          id="message"
          ref={ref}
          rows={1}
          placeholder="Write a message"
          value={text}
          onChange={event => setText(event.target.value)}
          onKeyDown={handleKey}
          onPaste={event => {
            if (event.clipboardData.files.length === 0) return;
            event.preventDefault();
            addFiles(event.clipboardData.files);
          }}
        />
        {canTranscribe && !isAnswering && (
          <MicrophoneButton dictation={dictation} />
        )}
        {isAnswering ? (
          <button type="button" className="button" onClick={onStop}>
            Stop
          </button>
        ) : (
          <button
            type="submit"
            className="button primary"
            aria-disabled={!canSend}
          >
            Send
          </button>
        )}
      </form>
    </>
  );
}
