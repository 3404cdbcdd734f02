import { InvalidArgumentError } from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { captureError } from '../../support/capture-error';
import { useLocalBaseten } from '../../support/use-local-baseten';
import { createSender, PIXEL } from '../support/create-sender';

const server = await useLocalBaseten();
const { model, sendMessages } = createSender(server);

describe('files', () => {
  const file = async (mediaType: string, data: unknown) => {
    const [message] = await sendMessages([
      { role: 'user', content: [Object({ type: 'file', mediaType, data })] },
    ]);
    return message.content[0];
  };

  it.each([
    ['image/png', new URL('https://example.com/a'), 'https://example.com/a'],
    ['image/png', 'https://example.com/a', 'https://example.com/a'],
    ['image/png', PIXEL, `data:image/png;base64,${PIXEL}`],
    [
      'image/png',
      Uint8Array.from(Buffer.from(PIXEL, 'base64')),
      `data:image/png;base64,${PIXEL}`,
    ],
  ])('of %s may have no tag, as in older prompts', async (type, data, url) => {
    expect(await file(type, data)).toEqual({
      type: 'image_url',
      image_url: { url },
    });
  });

  it.each([undefined, null, 5, {}, { type: undefined }])(
    'with %j for data are refused',
    async data => {
      const error = await captureError(() => file('image/png', data));

      expect(InvalidArgumentError.isInstance(error)).toBe(true);
      expect(error).toMatchObject({
        message: expect.stringContaining('data of a file part'),
      });
    },
  );

  it('of audio are input_audio or audio_url, as servers take them', async () => {
    const data = { type: 'data', data: 'UklGRg==' };
    const url = { type: 'url', url: new URL('https://example.com/a.flac') };

    expect(await file('audio/wav', data)).toEqual({
      type: 'input_audio',
      input_audio: { data: 'UklGRg==', format: 'wav' },
    });
    expect(await file('audio/flac', data)).toEqual({
      type: 'audio_url',
      audio_url: { url: 'data:audio/flac;base64,UklGRg==' },
    });
    expect(await file('audio/flac', url)).toEqual({
      type: 'audio_url',
      audio_url: { url: 'https://example.com/a.flac' },
    });
  });

  it('of video with an https URL are passed on as that', async () => {
    const url = 'https://example.com/a.mp4';
    const patterns = (await model.supportedUrls)['video/*'];

    expect(patterns?.some(pattern => pattern.test(url))).toBe(true);
    expect(await file('video/mp4', { type: 'url', url: new URL(url) })).toEqual(
      { type: 'video_url', video_url: { url } },
    );
  });

  it.each([
    [
      'image/png',
      { type: 'data', data: PIXEL },
      'an image of type image/png with 45 bytes',
    ],
    [
      'video/mp4',
      { type: 'url', url: new URL('https://example.com/a.mp4') },
      'a video at https://example.com/a.mp4',
    ],
    [
      'audio/wav',
      { type: 'data', data: 'UklGRg==' },
      'an audio of type audio/wav with 4 bytes',
    ],
    [
      'audio/flac',
      { type: 'data', data: 'UklGRg==' },
      'an audio of type audio/flac with 4 bytes',
    ],
    ['image/png', PIXEL, 'an image of type image/png with 45 bytes'],
  ])('of %s are understood by a server', async (mediaType, data, seen) => {
    const { content } = await model.doGenerate({
      prompt: [
        { role: 'user', content: [Object({ type: 'file', mediaType, data })] },
      ],
    });

    expect(content).toMatchObject(
      expect.arrayContaining([
        { type: 'text', text: expect.stringContaining(seen) },
      ]),
    );
  });
});
