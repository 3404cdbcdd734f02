import type { SharedV4Warning } from '@ai-sdk/provider';
import { convertBase64ToUint8Array } from '@ai-sdk/provider-utils';
import { describe, invalidReply } from '../errors/invalid-reply';
import { createReportedError } from '../errors/reported-error';
import { type JsonObject, parseObject } from '../utils/json-object';
import { hasWavHeader, mendWav } from './mend-wav';

/** The request, as errors report it. */
export interface SpeechRequest {
  url: string;
  body: unknown;
}

const OPENING_BRACE = 0x7b;

/**
 * Reads a reply that is sound, or JSON that holds sound as base64.
 *
 * @throws APICallError if it is JSON that holds an error.
 * @throws InvalidResponseDataError if it is neither.
 */
export function decodeSound(
  reply: { body: Uint8Array; headers: Record<string, string> },
  request: SpeechRequest,
): { bytes: Uint8Array; warnings: SharedV4Warning[] } {
  const type = readType(reply.headers);
  const json = parseJson(reply.body);
  if (json !== undefined) {
    return {
      bytes: mendWav(readJsonSound(json, reply, request)),
      warnings: [],
    };
  }
  assertSound(type);

  return {
    bytes: mendWav(reply.body),
    warnings:
      isWavType(type) && reply.body.length > 0 && !hasWavHeader(reply.body)
        ? [
            {
              type: 'other',
              message: `The server says ${type}, but the sound has no WAV header: it may be raw PCM samples.`,
            },
          ]
        : [],
  };
}

/** @throws InvalidResponseDataError for a type that holds no sound. */
export function assertSound(type: string): void {
  if (/^text\/|json|xml/.test(type)) {
    throw invalidReply('sound', type);
  }
}

/** The media type that the server names, without parameters. */
export function readType(headers: Record<string, string>): string {
  return (headers['content-type'] ?? '')
    .replace(/;.*$/s, '')
    .trim()
    .toLowerCase();
}

export function isWavType(type: string): boolean {
  return /^audio\/(?:x-|vnd\.)?wave?$/.test(type);
}

/** Whether a body begins as JSON does, whatever its type says. */
export function looksLikeJson(body: Uint8Array): boolean {
  return body.find(byte => byte > 0x20) === OPENING_BRACE;
}

function parseJson(body: Uint8Array): JsonObject | undefined {
  return looksLikeJson(body)
    ? parseObject(new TextDecoder().decode(body))
    : undefined;
}

function readJsonSound(
  json: JsonObject,
  { headers }: { headers: Record<string, string> },
  { url, body }: SpeechRequest,
): Uint8Array {
  if (json.error != null) {
    throw createReportedError(JSON.stringify(json), {
      url,
      requestBodyValues: body,
      statusCode: 200,
      responseHeaders: headers,
    });
  }
  const sound = json.base64 ?? json.audio;
  if (typeof sound !== 'string') {
    throw invalidReply(
      'JSON with sound as "base64" or "audio"',
      describe(sound),
    );
  }
  try {
    return convertBase64ToUint8Array(sound.replace(/^data:[^,]*,/, ''));
  } catch {
    throw invalidReply('sound as base64', describe(sound));
  }
}
