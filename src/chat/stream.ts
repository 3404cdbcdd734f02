import type {
  LanguageModelV4CallOptions,
  LanguageModelV4StreamResult,
} from '@ai-sdk/provider';
import type { ChatModel } from './chat-model';
import { prepareCall } from './request/prepare-call';
import { streamParts } from './result/stream-parts';
import { bodyOf, postChatRequest } from './wire/post-chat-request';

/** Asks for a streamed answer. */
export async function stream(
  model: ChatModel,
  options: LanguageModelV4CallOptions,
): Promise<LanguageModelV4StreamResult> {
  const { explain, warnings, target, ...call } = await prepareCall(
    model,
    options,
  );
  const body = {
    ...call.body,
    stream: true,
    stream_options: call.body.stream_options ?? { include_usage: true },
  };
  try {
    const { value, request } = await postChatRequest({
      ...target,
      body,
      content: JSON.stringify(body),
      read: bodyOf,
    });

    return {
      stream: streamParts(value, {
        ...call,
        abortSignal: options.abortSignal,
        explain,
        includeRawChunks: options.includeRawChunks ?? false,
        // The status was a success: an error in the stream has none.
        request: { ...request, statusCode: undefined },
        warnings,
      }),
      request: { body },
      response: { headers: request.responseHeaders },
    };
  } catch (error) {
    throw explain(error);
  }
}
