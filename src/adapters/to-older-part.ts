import type {
  LanguageModelV4Content,
  LanguageModelV4StreamPart,
} from '@ai-sdk/provider';
import { copyMetadata } from './copy-json';

/** Parts of which V2 and V3 have different forms. */
type DifferingPart = {
  type: 'stream-start' | 'finish' | 'tool-result' | 'tool-approval-request';
};

type ContentPart = Exclude<LanguageModelV4Content, DifferingPart>;
type StreamPart = Exclude<LanguageModelV4StreamPart, DifferingPart>;

/**
 * A part of a result in the form that V2 and V3 share; `undefined` if neither
 * has a place for it.
 */
export function toOlderContent(part: ContentPart) {
  switch (part.type) {
    // Without its citations: they have no place.
    case 'text':
    case 'reasoning':
      return {
        type: part.type,
        text: part.text,
        providerMetadata: copyMetadata(part.providerMetadata),
      };
    default:
      return toOlderPart(part);
  }
}

/** The same for a part of a stream. */
export function toOlderStreamPart(part: StreamPart) {
  switch (part.type) {
    case 'text-start':
    case 'text-delta':
    case 'reasoning-start':
    case 'reasoning-delta':
    case 'reasoning-end':
    case 'tool-input-start':
    case 'tool-input-delta':
    case 'tool-input-end':
      return {
        ...part,
        providerMetadata: copyMetadata(part.providerMetadata),
      };
    case 'text-end':
      return {
        type: part.type,
        id: part.id,
        providerMetadata: copyMetadata(part.providerMetadata),
      };
    case 'response-metadata':
    case 'raw':
    case 'error':
      return part;
    // It only keeps the connection alive.
    case 'ping':
      return undefined;
    default:
      return toOlderPart(part);
  }
}

/** The same for a part that is the same in content and streams. */
function toOlderPart(part: Extract<ContentPart, StreamPart>) {
  switch (part.type) {
    case 'tool-call':
    case 'source':
      return { ...part, providerMetadata: copyMetadata(part.providerMetadata) };
    case 'file':
      // There a file is its bytes: one that is a URL has no place.
      return part.data.type === 'data'
        ? {
            ...part,
            data: part.data.data,
            providerMetadata: copyMetadata(part.providerMetadata),
          }
        : undefined;
    // Among the other files it would pass for a part of the answer.
    case 'reasoning-file':
    // Only the provider that made it can tell what it means.
    case 'custom':
      return undefined;
  }
}
