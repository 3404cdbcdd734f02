import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generateText } from 'ai';
import { model, sentBodies } from './sdk.mjs';

/** The smallest PNG file there is. */
const base64 =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABh6FO1AAAAABJRU5ErkJggg==';
const dataURL = `data:image/png;base64,${base64}`;
const webURL = 'https://example.com/photo.png';

/** @type {Record<string, { image: string | Uint8Array | URL, url: string }>} */
const IMAGES = {
  bytes: { image: Buffer.from(base64, 'base64'), url: dataURL },
  base64: { image: base64, url: dataURL },
  'a data URL': { image: dataURL, url: dataURL },
  'a URL': { image: new URL(webURL), url: webURL },
  'the text of a URL': { image: webURL, url: webURL },
};

for (const [name, { image, url }] of Object.entries(IMAGES)) {
  test(`an image is sent that is given as ${name}`, async () => {
    const { text } = await generateText({
      model,
      messages: [
        {
          role: 'user',
          content: [
            { type: 'text', text: 'What is in this image?' },
            { type: 'image', image },
          ],
        },
      ],
    });

    assert.match(text, /an image/);
    const [message] = sentBodies()[0].messages;
    assert.deepEqual(message.content, [
      { type: 'text', text: 'What is in this image?' },
      { type: 'image_url', image_url: { url } },
    ]);
  });
}
