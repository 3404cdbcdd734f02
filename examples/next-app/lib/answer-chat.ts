import {
  convertToModelMessages,
  createUIMessageStreamResponse,
  isStepCount,
  streamText,
  toUIMessageStream,
} from 'ai';
import { baseten } from './baseten';
import type { ChatMessage, Runtime } from './chat-message';
import { describeError } from './describe-error';
import { tools } from './tools';

// Put in by Next.js when it builds the route.
const runtime: Runtime =
  process.env.NEXT_RUNTIME === 'edge' ? 'edge' : 'nodejs';

/** Streams the answer to a conversation. Runs on Node.js and on the edge. */
export async function answerChat(request: Request): Promise<Response> {
  const { messages }: { messages: ChatMessage[] } = await request.json();

  const result = streamText({
    model: baseten('openai/gpt-oss-120b'),
    instructions:
      'You are a friendly assistant. Answer briefly, in Markdown where it helps.',
    // A call is incomplete when the user pressed Stop during it.
    messages: await convertToModelMessages(messages, {
      ignoreIncompleteToolCalls: true,
    }),
    tools,
    // Calls of tools, then the answer.
    stopWhen: isStepCount(5),
    // Baseten's default is 4096, reasoning included.
    maxOutputTokens: 8192,
    // Aborted when the user presses Stop or leaves the page.
    abortSignal: request.signal,
  });

  return createUIMessageStreamResponse({
    stream: toUIMessageStream({
      stream: result.stream,
      originalMessages: messages,
      onError: describeError,
      // What our own tools say when they fail can be shown as it is.
      redactToolErrors: false,
      messageMetadata: ({ part }) =>
        part.type === 'finish'
          ? { runtime, tokens: part.totalUsage.totalTokens }
          : undefined,
    }),
  });
}
