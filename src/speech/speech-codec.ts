// What is loaded when a speech model is first used.
export { createPartStream } from './create-part-stream';
export { decodeSound } from './decode-sound';
export { encodeSpeech } from './encode-speech';
export { readText } from './read-text';
