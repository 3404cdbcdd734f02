import { z } from 'zod/v4';
import type { ChatMessage } from './chat-message';
import { defaultModel, findModel, levelFor } from './models';

const chatRequestSchema = z.object({
  messages: z.array(z.custom<ChatMessage>()),
  modelId: z.string().default(defaultModel.id),
  reasoning: z
    .enum([
      'provider-default',
      'none',
      'minimal',
      'low',
      'medium',
      'high',
      'xhigh',
      'max',
    ])
    .default('provider-default'),
});

/** What the page asks of the chat routes. */
export type ChatRequest = z.infer<typeof chatRequestSchema>;

/** @returns `undefined` for a model that is not offered: it may cost too much. */
export function parseChatRequest(body: unknown): ChatRequest | undefined {
  const { success, data } = chatRequestSchema.safeParse(body);
  const model = findModel(data?.modelId);
  if (!success || model === undefined) return undefined;
  return { ...data, reasoning: levelFor(model, data.reasoning) };
}
