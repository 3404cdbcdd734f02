const HEADER_BYTES = 12;
/** Name and size of a chunk. */
const CHUNK_HEADER_BYTES = 8;
/** Sizes that streaming servers write because they do not know the real ones. */
const OPEN_SIZES = [0, 0xffffffff];

export function hasWavHeader(bytes: Uint8Array): boolean {
  return readName(bytes, 0) === 'RIFF' && readName(bytes, 8) === 'WAVE';
}

/**
 * Fills in the open sizes of a streamed WAV, so that players accept it. Other
 * bytes are returned unchanged.
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
    at += CHUNK_HEADER_BYTES + toEven(view.getUint32(at + 4, true))
  ) {
    if (readName(bytes, at) === 'data') {
      mendSize(at + 4);
      break;
    }
  }
  return bytes;
}

/** A chunk of odd length is followed by a byte that its size does not count. */
function toEven(size: number): number {
  return size + (size % 2);
}

function readName(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}
