import type {
  LanguageModelV4CallOptions,
  LanguageModelV4GenerateResult,
} from '@ai-sdk/provider';
import { readText } from '../transport/read-reply';
import type { ChatModel } from './chat-model';
import { prepareCall } from './request/prepare-call';
import { convertCompletion } from './result/convert-completion';
import { parseCompletion } from './wire/parse-completion';
import { postChatRequest } from './wire/post-chat-request';

/** Asks for a whole answer. */
export async function generate(
  model: ChatModel,
  options: LanguageModelV4CallOptions,
): Promise<LanguageModelV4GenerateResult> {
  const { body, explain, warnings, target, ...call } = await prepareCall(
    model,
    options,
  );
  const content = JSON.stringify(body);
  try {
    const { value, request } = await postChatRequest({
      ...target,
      body,
      content,
      read: readText,
    });
    const json = parseCompletion(value, request);
    const result = convertCompletion(json, { ...call, request });

    return {
      ...result,
      warnings,
      request: { body: content },
      response: {
        ...result.response,
        headers: request.responseHeaders,
        body: json,
      },
    };
  } catch (error) {
    throw explain(error);
  }
}
