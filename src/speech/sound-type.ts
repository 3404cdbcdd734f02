import { hasWavHeader } from './mend-wav';

/** The media type detected from the first bytes of a sound. */
export function findSoundType(bytes: Uint8Array): string | undefined {
  if (hasWavHeader(bytes)) {
    return 'audio/wav';
  }
  const start = String.fromCharCode(...bytes.subarray(0, 4));
  return SIGNATURES.find(([signature]) => signature.test(start))?.[1];
}

const SIGNATURES = [
  [/^ID3|^\xff[\xe2\xe3\xf2\xf3\xfa\xfb]/, 'audio/mpeg'],
  [/^\xff[\xf0\xf1\xf8\xf9]/, 'audio/aac'],
  [/^OggS/, 'audio/ogg'],
  [/^fLaC/, 'audio/flac'],
] as const;
