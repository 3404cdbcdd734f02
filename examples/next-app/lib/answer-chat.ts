import {
  convertToModelMessages,
  createUIMessageStreamResponse,
  isStepCount,
  type LanguageModelUsage,
  streamText,
  toUIMessageStream,
} from 'ai';
import { baseten } from './baseten';
import {
  MAX_OUTPUT_TOKENS,
  type Runtime,
  type TokenUsage,
} from './chat-message';
import { parseChatRequest } from './chat-request';
import { describeError } from './describe-error';
import { tools } from './tools';

// Put in by Next.js when it builds the route.
const runtime: Runtime =
  process.env.NEXT_RUNTIME === 'edge' ? 'edge' : 'nodejs';

/** Streams the answer to a conversation. Runs on Node.js and on the edge. */
export async function answerChat(request: Request): Promise<Response> {
  const chatRequest = parseChatRequest(await request.json());
  if (chatRequest === undefined) {
    return new Response('This server does not offer that model.', {
      status: 400,
    });
  }
  const { messages, modelId, reasoning } = chatRequest;

  const result = streamText({
    model: baseten(modelId),
    reasoning,
    instructions:
      'You are a friendly assistant. Answer briefly, in Markdown where it helps.',
    // A call is incomplete when the user pressed Stop during it.
    messages: await convertToModelMessages(messages, {
      ignoreIncompleteToolCalls: true,
    }),
    tools,
    // Calls of tools, then the answer.
    stopWhen: isStepCount(5),
    maxOutputTokens: MAX_OUTPUT_TOKENS,
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
          ? {
              runtime,
              modelId,
              finishReason: part.finishReason,
              usage: countTokens(part.totalUsage),
            }
          : undefined,
    }),
  });
}

function countTokens(usage: LanguageModelUsage): TokenUsage {
  return {
    input: usage.inputTokens ?? 0,
    cached: usage.inputTokenDetails.cacheReadTokens ?? 0,
    output: usage.outputTokens ?? 0,
  };
}
