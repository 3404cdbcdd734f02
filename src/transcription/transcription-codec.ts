// What is loaded when a transcription model is first used.
export { openaiForm } from './openai-form';
export { warnOfMissingTimes } from './times';
export { whisperForm } from './whisper-form';
