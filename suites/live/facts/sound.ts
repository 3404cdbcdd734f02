import type { Fact } from '../fact';
import { readList, readValue } from '../read-value';
import { seeRefusal, typeOf } from './refusals';

/** Half a second of a tone, as a WAV of 16 bits at 16 kHz. */
function createTone(): Buffer {
  const samples = 8000;
  const bytes = Buffer.alloc(44 + 2 * samples);
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(bytes.length - 8, 4);
  bytes.write('WAVEfmt ', 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(16_000, 24);
  bytes.writeUInt32LE(32_000, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36);
  bytes.writeUInt32LE(2 * samples, 40);
  for (let place = 0; place < samples; place += 1) {
    bytes.writeInt16LE(8000 * Math.sin(place / 6), 44 + 2 * place);
  }
  return bytes;
}

const TONE = new Uint8Array(createTone());

function createForm(): FormData {
  const form = new FormData();
  form.append('file', new Blob([TONE], { type: 'audio/wav' }), 'tone.wav');
  form.append('response_format', 'json');
  return form;
}

const whisper = (params: object) => ({
  body: {
    whisper_input: {
      audio: { audio_b64: Buffer.from(TONE).toString('base64') },
      whisper_params: params,
    },
  },
});
const HEARD = whisper({ audio_language: 'auto' });

/** What transcription and speech deployments answer. */
export const SOUND: Fact[] = [
  {
    name: 'Whisper: segments',
    expected: 'a list, and no text of its own',
    source: 'documented',
    kind: 'Whisper',
    probes: [HEARD],
    see: reply =>
      Array.isArray(readValue(reply.json, 'segments'))
        ? `a list, and ${readValue(reply.json, 'text') === undefined ? 'no text' : 'a text'} of its own`
        : seeRefusal(reply),
  },
  {
    name: 'Whisper: times of a segment',
    expected: 'start_time and end_time',
    source: 'documented',
    kind: 'Whisper',
    probes: [HEARD],
    see: ({ json }) => {
      const segments = readList(json, 'segments');
      return segments.every(
        segment =>
          readValue(segment, 'start_time') !== undefined &&
          readValue(segment, 'end_time') !== undefined,
      )
        ? 'start_time and end_time'
        : Object.keys(Object(segments[0])).join(', ');
    },
  },
  {
    name: 'Whisper: an unknown field',
    expected: '4xx and a message',
    source: 'documented',
    kind: 'Whisper',
    probes: [whisper({ audio_language: 'auto', no_such_field: 1 })],
    see: reply => seeRefusal(reply).replace(/^4\d\d/, '4xx'),
  },
  {
    name: "transcription: OpenAI's form",
    expected: 'text',
    source: 'documented',
    kind: 'transcription',
    probes: [{ path: '/v1/audio/transcriptions', body: createForm() }],
    see: reply =>
      typeof readValue(reply.json, 'text') === 'string'
        ? 'text'
        : seeRefusal(reply),
  },
  {
    name: "speech: OpenAI's form",
    expected: 'audio that begins with RIFF',
    source: 'documented',
    kind: 'speech',
    probes: [
      {
        path: '/v1/audio/speech',
        body: { input: 'Hello!', response_format: 'wav' },
      },
    ],
    see: reply =>
      reply.status !== 200
        ? seeRefusal(reply)
        : `${typeOf(reply).replace(/\/.*/, '')} that begins with ${reply.text.slice(0, 4)}`,
  },
];
