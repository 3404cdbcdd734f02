import { json, send } from './send';
import { start } from './start';

export const PLAIN = 'moonshotai/Kimi-K2-Instruct-0905';
export const THINKING = 'deepseek-ai/DeepSeek-V4-Pro-0813';

interface AskOptions {
  readonly path?: string;
  readonly headers?: Record<string, string>;
}

export async function ask(body: unknown, options: AskOptions = {}) {
  const server = await start();
  const { path = '/v1/chat/completions', headers } = options;
  const reply = await send('1.1', server, path, { body, headers });
  return { status: reply.status, body: json(reply) };
}

export async function say(content: unknown, more: object = {}) {
  const messages = [{ role: 'user', content }];
  return (await ask({ model: PLAIN, messages, ...more })).body;
}
