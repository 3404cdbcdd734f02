import {
  convertBase64ToUint8Array,
  mediaTypeToExtension,
} from '@ai-sdk/provider-utils';
import { errorMakers } from '../errors/error-makers';

/** What the code that is loaded at the first speech call is handed. */
export const speechTools = {
  ...errorMakers,
  convertBase64ToUint8Array,
  mediaTypeToExtension,
};

export type SpeechTools = typeof speechTools;
