// Leads each conversation to one replica, whose prompt cache has its beginning,
// and compares the share of cached tokens with that of calls without affinity.
import { createBaseten } from '@ai-sdk/baseten';
import { generateText, type ModelMessage } from 'ai';
import { connect } from './support/connect';

await using connection = await connect();
const { apiKey, baseURL } = connection;

for (const sessionAffinity of [undefined, 'auto'] as const) {
  const baseten = createBaseten({ apiKey, baseURL, sessionAffinity });
  const share = await talk(baseten('openai/gpt-oss-120b'));
  console.log(
    `${sessionAffinity ?? 'none'}: ${Math.round(share * 100)} % of the prompts' tokens came from the cache`,
  );
}

/** Five conversations of six turns, one turn of each after the other. */
async function talk(model: Parameters<typeof generateText>[0]['model']) {
  const run = crypto.randomUUID();
  const conversations = ['red', 'green', 'blue', 'black', 'white'].map(
    (colour): ModelMessage[] => [
      { role: 'user', content: `Run ${run}: is ${colour} a warm colour?` },
    ],
  );
  let [all, cached] = [0, 0];
  for (let turn = 1; turn <= 6; turn += 1) {
    for (const messages of conversations) {
      const { text, usage } = await generateText({
        model,
        messages,
        maxOutputTokens: 500,
      });
      all += usage.inputTokens ?? 0;
      cached += usage.inputTokenDetails.cacheReadTokens ?? 0;
      messages.push(
        { role: 'assistant', content: text },
        { role: 'user', content: 'Why? Say it in other words.' },
      );
    }
  }
  return cached / all;
}
