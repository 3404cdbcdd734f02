import type { LocalBaseten } from '../../local-baseten';
import { createBaseten } from '../../src';
import type { createBaseten as createBasetenV2 } from '../../src/ai-sdk-5';
import type { createBaseten as createBasetenV3 } from '../../src/ai-sdk-6';
import { toStream } from '../../test/support/to-stream';
import type { Way } from './ways';

const AUDIO = { audio: new Uint8Array([1, 2, 3]), mediaType: 'audio/wav' };

/** Transcription in both forms of server, and speech, whole and streamed. */
export function listSoundWays(
  entry: string,
  create:
    | typeof createBaseten
    | typeof createBasetenV3
    | typeof createBasetenV2,
  local: LocalBaseten,
): Way[] {
  const openAI = `${local.modelURL}/v1`;
  const predict = local.modelURL.replace(/sync$/, 'predict');
  const kind = 'sound';

  const ways: Way[] = [
    ...[openAI, predict].map((modelURL, index) => ({
      name: `${entry}: transcription, form ${index + 1}`,
      kind: 'sound' as const,
      call: (...[settings, headers]: Parameters<Way['call']>) =>
        create({ ...settings, modelURL })
          .transcriptionModel()
          .doGenerate({ ...AUDIO, headers }),
    })),
    {
      name: `${entry}: speech`,
      kind,
      call: (settings, headers) =>
        create({ ...settings, modelURL: openAI })
          .speechModel()
          .doGenerate({ text: 'Hi', headers }),
    },
  ];
  // Only AI SDK 7 has a stream of speech.
  if (create === createBaseten) {
    ways.push({
      name: `${entry}: speech stream`,
      kind,
      call: async (settings, headers) => {
        const { stream } = await createBaseten({
          ...settings,
          modelURL: openAI,
        })
          .speechModel()
          .doStream({
            text: toStream([{ type: 'text', text: 'Hi' }]),
            headers,
          });
        for await (const part of stream) {
          if (part.type === 'error') throw part.error;
        }
      },
    });
  }
  return ways;
}
