const HEADER_BYTES = 12;
/** Of a chunk: its name and its size. */
const CHUNK_HEADER_BYTES = 8;
/** What servers write that stream and do not know the size yet. */
const OPEN_SIZES = [0, 0xffffffff];

export function hasWavHeader(bytes: Uint8Array): boolean {
  return readName(bytes, 0) === 'RIFF' && readName(bytes, 8) === 'WAVE';
}

/**
 * Writes the sizes of a WAV that was streamed, which are open, so that players
 * take it. Other bytes stay as they are.
 */
export function mendWav(bytes: Uint8Array): Uint8Array {
  if (!hasWavHeader(bytes)) {
    return bytes;
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const mendSize = (at: number) => {
    if (OPEN_SIZES.includes(view.getUint32(at, true))) {
      view.setUint32(at, bytes.length - at - 4, true);
    }
  };
  mendSize(4);

  for (
    let at = HEADER_BYTES;
    at + CHUNK_HEADER_BYTES <= bytes.length;
    at += CHUNK_HEADER_BYTES + view.getUint32(at + 4, true)
  ) {
    if (readName(bytes, at) === 'data') {
      mendSize(at + 4);
      break;
    }
  }
  return bytes;
}

function readName(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}
