import { z } from 'zod/v4';
import type { Recording } from './recording';

const count = z.union([z.number(), z.string()]).nullish();
const saidSchema = z
  .object({
    content: z.string().nullish(),
    reasoning_content: z.string().nullish(),
    reasoning: z.string().nullish(),
  })
  .nullish();
const partSchema = z.object({
  choices: z
    .array(
      z.object({
        delta: saidSchema,
        message: saidSchema,
        finish_reason: z.string().nullish(),
      }),
    )
    .nullish(),
  usage: z.object({ prompt_tokens: count, completion_tokens: count }).nullish(),
  error: z.unknown().optional(),
});

/** What a recorded reply says, read without the package. */
export interface Reply {
  text: string;
  reasoning: string;
  /** The last usage that the server sent. */
  usage?: { inputTokens: number; outputTokens: number };
  /** Whether there is no error in it and nothing is missing at its end. */
  isComplete: boolean;
}

export function readReply({ response, stream }: Recording): Reply {
  const payloads =
    stream && response.status < 400
      ? response.body.split(/\r?\n/).flatMap(dataOf)
      : [response.body];
  const reply: Reply = { text: '', reasoning: '', isComplete: !stream };
  let hasError = response.status >= 400;

  for (const payload of payloads) {
    const part = payload === '[DONE]' ? 'done' : parsePart(payload);
    if (part === 'done') {
      reply.isComplete = true;
      continue;
    }
    if (part?.choices == null || part.error != null) {
      hasError = true;
      continue;
    }
    const choice = part.choices[0];
    const said = choice?.delta ?? choice?.message;
    reply.text += said?.content ?? '';
    reply.reasoning += said?.reasoning_content ?? said?.reasoning ?? '';
    if (choice?.finish_reason) reply.isComplete = true;
    const { prompt_tokens, completion_tokens } = part.usage ?? {};
    if (prompt_tokens != null && completion_tokens != null) {
      reply.usage = {
        inputTokens: Number(prompt_tokens),
        outputTokens: Number(completion_tokens),
      };
    }
  }
  reply.isComplete &&= !hasError;
  return reply;
}

/** A chunk or a whole reply; `undefined` if it is neither. */
function parsePart(payload: string): z.infer<typeof partSchema> | undefined {
  try {
    return partSchema.safeParse(JSON.parse(payload)).data;
  } catch {
    return undefined;
  }
}

function dataOf(line: string): string[] {
  return line.startsWith('data:') ? [line.slice('data:'.length).trim()] : [];
}
