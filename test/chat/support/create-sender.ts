import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4Prompt,
} from '@ai-sdk/provider';
import type { LocalBaseten } from '../../../local-baseten';
import { createBaseten } from '../../../src';
import { PROMPT } from './ask';

/** Beginning of a PNG, as base64. */
export const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk';

/** Models of the Model APIs and of a deployment, and what calls of them send. */
export function createSender(server: LocalBaseten) {
  const { apiKey, baseURL, modelURL } = server;
  const model = createBaseten({ apiKey, baseURL })('moonshotai/Kimi-K3');
  const deployed = createBaseten({ apiKey, modelURL: `${modelURL}/v1` })();

  /** What is sent for a call, and what the result warns of. */
  async function send(
    options: Partial<LanguageModelV4CallOptions>,
    chat: LanguageModelV4 = model,
  ) {
    server.reset();
    const { warnings } = await chat.doGenerate({ prompt: PROMPT, ...options });
    return { body: Object(server.requests[0]?.body), warnings };
  }

  async function sendMessages(
    prompt: LanguageModelV4Prompt,
    chat: LanguageModelV4 = model,
  ) {
    return (await send({ prompt }, chat)).body.messages;
  }

  return { model, deployed, send, sendMessages };
}
