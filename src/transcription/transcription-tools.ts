import {
  convertBase64ToUint8Array,
  convertUint8ArrayToBase64,
  mediaTypeToExtension,
} from '@ai-sdk/provider-utils';
import { errorMakers } from '../errors/error-makers';
import { MAX_UPLOAD_BYTES } from '../settings/defaults';

/** What the code that is loaded at the first transcription is handed. */
export const transcriptionTools = {
  ...errorMakers,
  convertBase64ToUint8Array,
  convertUint8ArrayToBase64,
  mediaTypeToExtension,
  maxBytes: MAX_UPLOAD_BYTES,
};

export type TranscriptionTools = typeof transcriptionTools;
