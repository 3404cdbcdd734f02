/** Samples per second, and per byte of the text. */
const SAMPLE_RATE = 8000;
const SAMPLES_PER_BYTE = 80;
const HEADER_BYTES = 44;
const BYTES_PER_SAMPLE = 2;
/** Difference between the first samples of two consecutive byte values. */
const STEP = 200;

/** How the header states the sizes. */
export type WavSizes = 'right' | 'zero' | 'all-ones';

/**
 * Says a text: 16-bit WAV in which each byte of the text is a short tone that
 * begins with a sample that gives the byte. {@link hear} reads it.
 */
export function speak(text: string, sizes: WavSizes = 'right'): Buffer {
  const bytes = Buffer.from(text);
  const samples = new Int16Array(bytes.length * SAMPLES_PER_BYTE);
  for (const [index, byte] of bytes.entries()) {
    const start = index * SAMPLES_PER_BYTE;
    for (let at = 1; at < SAMPLES_PER_BYTE; at += 1) {
      const phase = (2 * Math.PI * at * (200 + byte * 4)) / SAMPLE_RATE;
      samples[start + at] = 8000 * Math.sin(phase);
    }
    samples[start] = (byte - 128) * STEP;
  }
  const sound = Buffer.from(samples.buffer);
  return Buffer.concat([createHeader(sound.length, sizes), sound]);
}

/** The text in a WAV made by {@link speak}; `undefined` for any other sound. */
export function hear(
  sound: Buffer,
): { text: string; seconds: number } | undefined {
  const isOurs =
    sound.length > HEADER_BYTES &&
    sound.toString('latin1', 0, 4) === 'RIFF' &&
    sound.readUInt32LE(24) === SAMPLE_RATE;
  if (!isOurs) return undefined;
  const step = SAMPLES_PER_BYTE * BYTES_PER_SAMPLE;
  const count = Math.floor((sound.length - HEADER_BYTES) / step);
  const bytes = Array.from(
    { length: count },
    (_, index) => sound.readInt16LE(HEADER_BYTES + index * step) / STEP + 128,
  );
  return {
    text: Buffer.from(bytes).toString(),
    seconds: (count * SAMPLES_PER_BYTE) / SAMPLE_RATE,
  };
}

function createHeader(length: number, sizes: WavSizes): Buffer {
  const size = (right: number) =>
    sizes === 'right' ? right : sizes === 'zero' ? 0 : 0xffffffff;
  const header = Buffer.alloc(HEADER_BYTES);
  header.write('RIFF', 0);
  header.writeUInt32LE(size(length + HEADER_BYTES - 8), 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(SAMPLE_RATE, 24);
  header.writeUInt32LE(SAMPLE_RATE * BYTES_PER_SAMPLE, 28);
  header.writeUInt16LE(BYTES_PER_SAMPLE, 32);
  header.writeUInt16LE(8 * BYTES_PER_SAMPLE, 34);
  header.write('data', 36);
  header.writeUInt32LE(size(length), 40);
  return header;
}
