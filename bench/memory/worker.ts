/**
 * Embeds texts as one call or in windows and prints what it took, as JSON.
 *
 *     tsx worker.ts MODEL_URL VARIANT COUNT
 */

import { embedMany } from 'ai';
import { createBaseten } from '../../dist/index.js';
import { embedWindows } from '../../examples/support/embed-windows';

const [modelURL = '', variant, count] = process.argv.slice(2);
const model = createBaseten({ modelURL, apiKey: 'key' }).embeddingModel();

function* createTexts() {
  for (let index = 0; index < Number(count); index++) {
    yield `Note ${index}: call customer ${index % 37} back`;
  }
}

const start = performance.now();
let vectors = 0;
if (variant === 'one call') {
  const { embeddings } = await embedMany({ model, values: [...createTexts()] });
  vectors = embeddings.length;
} else {
  for await (const { embeddings } of embedWindows(model, createTexts())) {
    vectors += embeddings.length;
  }
}
console.log(
  JSON.stringify({
    vectors,
    seconds: (performance.now() - start) / 1000,
    megabytes: process.resourceUsage().maxRSS / 1024,
  }),
);
