import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4GenerateResult,
  LanguageModelV4StreamResult,
} from '@ai-sdk/provider';
import type { FetchFunction } from '@ai-sdk/provider-utils';
import { WORKFLOW_DESERIALIZE, WORKFLOW_SERIALIZE } from '@workflow/serde';
import { explainFailure } from '../errors/explain-failure';
import type { RepliedRequest } from '../errors/reported-error';
import { BasetenModel, type ModelConfig } from '../settings/baseten-model';
import { isDeploymentPrefix } from '../settings/parse-model-url';
import { deserializeModel, serializeModel } from '../settings/serialize-model';
import {
  type BasetenSessionAffinity,
  createAffinityHeader,
} from '../settings/session-affinity';
import { readText } from '../transport/read-reply';
import { prepareChatRequest } from './request/prepare-chat-request';
import { convertCompletion } from './result/convert-completion';
import { streamParts } from './result/stream-parts';
import { toolNamesOf } from './result/tool-names';
import { createUniqueIds } from './result/unique-ids';
import { parseCompletion } from './wire/parse-completion';
import {
  bodyOf,
  type ChatRequest,
  postChatRequest,
} from './wire/post-chat-request';

/** `url` is the prefix of `/chat/completions`, without a trailing slash. */
export interface BasetenChatLanguageModelConfig extends ModelConfig {
  fetch?: FetchFunction | undefined;
  sessionAffinity?: BasetenSessionAffinity | undefined;
}

/**
 * A chat model on the Model APIs or on a dedicated deployment. openai-compatible
 * builds the requests and converts whole replies; `request/`, `wire/` and
 * `result/` add what differs at Baseten, and read streams.
 */
export class BasetenChatLanguageModel
  extends BasetenModel<BasetenChatLanguageModelConfig>
  implements LanguageModelV4
{
  readonly specificationVersion = 'v4';
  readonly provider = 'baseten.chat';
  readonly supportedUrls = {
    'image/*': [/^https:\/\/.+$/],
    'video/*': [/^https:\/\/.+$/],
  };

  static [WORKFLOW_SERIALIZE](model: BasetenChatLanguageModel) {
    const { url, credentials, sessionAffinity } = model.config;
    return serializeModel({
      modelId: model.modelId,
      url,
      credentials,
      ...(typeof sessionAffinity === 'string' && { sessionAffinity }),
    });
  }

  static [WORKFLOW_DESERIALIZE](options: { modelId: string; config: unknown }) {
    const { modelId, ...config } = deserializeModel(options);
    return new BasetenChatLanguageModel(modelId, config);
  }

  async doGenerate(
    options: LanguageModelV4CallOptions,
  ): Promise<LanguageModelV4GenerateResult> {
    const { body, headers, explain, warnings, ...call } =
      await this.prepare(options);
    const content = JSON.stringify(body);
    try {
      const { value, request } = await this.post({
        abortSignal: options.abortSignal,
        body,
        content,
        headers,
        read: readText,
      });
      const json = parseCompletion(value, request);
      const result = await convertCompletion(json, { ...call, request });

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

  async doStream(
    options: LanguageModelV4CallOptions,
  ): Promise<LanguageModelV4StreamResult> {
    const { body, headers, explain, warnings, ...call } =
      await this.prepare(options);
    const streamed = {
      ...body,
      stream: true,
      stream_options: body.stream_options ?? { include_usage: true },
    };
    try {
      const { value, request } = await this.post({
        abortSignal: options.abortSignal,
        body: streamed,
        content: JSON.stringify(streamed),
        headers,
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
        request: { body: streamed },
        response: { headers: request.responseHeaders },
      };
    } catch (error) {
      throw explain(error);
    }
  }

  /** What is sent, and what reading the reply and its errors depends on. */
  private async prepare(options: LanguageModelV4CallOptions) {
    const { modelId, config } = this;
    // All headers go with the call: merging would lose one of two user agents.
    const { headers, keySource } = await config.credentials.createHeaders(
      options.headers,
    );
    const request = await prepareChatRequest(options, {
      modelId,
      isDedicated: isDeploymentPrefix(config.url),
    });
    const affinity = createAffinityHeader(config.sessionAffinity, {
      ...options,
      modelId,
    });
    return {
      ...request,
      headers: { ...affinity, ...headers },
      explain: (error: unknown) =>
        explainFailure(error, { headers, keySource, modelId }),
      toUniqueId: createUniqueIds(options.prompt),
      tools: toolNamesOf(options.tools),
    };
  }

  private async post<VALUE>(
    call: Omit<ChatRequest<VALUE>, 'url' | 'fetch'>,
  ): Promise<{ value: VALUE; request: RepliedRequest }> {
    const { url: prefix, fetch } = this.config;
    const url = `${prefix}/chat/completions`;
    const { value, ...replied } = await postChatRequest({
      ...call,
      url,
      fetch,
    });
    return {
      value,
      request: { url, requestBodyValues: call.body, ...replied },
    };
  }
}
