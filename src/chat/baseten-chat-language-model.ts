import { OpenAICompatibleChatLanguageModel } from '@ai-sdk/openai-compatible';
import type {
  LanguageModelV4CallOptions,
  LanguageModelV4GenerateResult,
  LanguageModelV4StreamResult,
} from '@ai-sdk/provider';
import {
  type FetchFunction,
  WORKFLOW_DESERIALIZE,
  WORKFLOW_SERIALIZE,
} from '@ai-sdk/provider-utils';
import {
  basetenErrorStructure,
  withServerMessage,
} from '../errors/baseten-error';
import {
  type CredentialSettings,
  createRequestHeaders,
} from '../settings/create-request-headers';
import { deserializeModel, serializeModel } from '../settings/serialize-model';
import type { BasetenChatModelId } from './baseten-chat-models';
import {
  correctUsage,
  createUniqueIds,
  unstatedFinishReason,
} from './complete-chat-result';
import { completeChatStream } from './complete-chat-stream';
import { prepareCallOptions } from './prepare-call-options';
import { repairChatReply } from './repair-chat-reply';
import { repairChatStream, type StreamEnding } from './repair-chat-stream';

export interface BasetenChatLanguageModelConfig {
  /** Prefix of `/chat/completions`, without a trailing slash. */
  baseURL: string;
  credentials: CredentialSettings;
  fetch?: FetchFunction | undefined;
}

/**
 * A chat model on the Model APIs or on a dedicated deployment. Requests and
 * replies are those of openai-compatible; what differs at Baseten is put right
 * before and after it, so that its code is used as it is.
 */
export class BasetenChatLanguageModel extends OpenAICompatibleChatLanguageModel {
  private readonly basetenConfig: BasetenChatLanguageModelConfig;

  static override [WORKFLOW_SERIALIZE](model: BasetenChatLanguageModel) {
    const { baseURL, credentials } = model.basetenConfig;
    return serializeModel({
      modelId: model.modelId,
      url: baseURL,
      credentials,
    });
  }

  static override [WORKFLOW_DESERIALIZE](options: {
    modelId: string;
    config: unknown;
  }) {
    const { modelId, url, credentials } = deserializeModel(options);
    return new BasetenChatLanguageModel(modelId, {
      baseURL: url,
      credentials,
    });
  }

  constructor(
    modelId: BasetenChatModelId,
    config: BasetenChatLanguageModelConfig,
  ) {
    super(modelId, {
      provider: 'baseten.chat',
      url: ({ path }) => `${config.baseURL}${path}`,
      fetch: config.fetch,
      errorStructure: basetenErrorStructure(),
      includeUsage: true,
      supportsStructuredOutputs: true,
      supportedUrls: () => ({ 'image/*': [/^https:\/\/.+$/] }),
    });
    this.basetenConfig = config;
  }

  override async doGenerate(
    callOptions: LanguageModelV4CallOptions,
  ): Promise<LanguageModelV4GenerateResult> {
    const { options, warnings } = this.prepare(callOptions);
    const call = this.withRepair(repairChatReply);
    const result = await withServerErrors(super.doGenerate.call(call, options));

    const toUniqueId = createUniqueIds(options.prompt);
    const content = result.content.map(part =>
      part.type === 'tool-call'
        ? { ...part, toolCallId: toUniqueId(part.toolCallId) }
        : part,
    );
    const has = (type: 'reasoning' | 'tool-call') =>
      content.some(part => part.type === type);
    return {
      ...result,
      content,
      finishReason:
        result.finishReason.raw === undefined
          ? unstatedFinishReason(has('tool-call'))
          : result.finishReason,
      usage: correctUsage(result.usage, has('reasoning')),
      warnings: [...result.warnings, ...warnings],
    };
  }

  override async doStream(
    callOptions: LanguageModelV4CallOptions,
  ): Promise<LanguageModelV4StreamResult> {
    const { options, warnings } = this.prepare(callOptions);
    const ending: StreamEnding = {};
    const call = this.withRepair(body =>
      repairChatStream(body, ending, options.abortSignal),
    );
    const result = await withServerErrors(super.doStream.call(call, options));

    return {
      ...result,
      stream: completeChatStream(result.stream, {
        ending,
        warnings,
        toUniqueId: createUniqueIds(options.prompt),
        request: {
          url: `${this.basetenConfig.baseURL}/chat/completions`,
          requestBodyValues: result.request?.body,
          responseHeaders: result.response?.headers,
        },
      }),
    };
  }

  /** All headers go with the call, since merging loses one of two user agents. */
  private prepare(callOptions: LanguageModelV4CallOptions) {
    const headers = createRequestHeaders(
      this.basetenConfig.credentials,
      callOptions.headers,
    );
    return prepareCallOptions(this.modelId, { ...callOptions, headers });
  }

  /** This model for one call, in which the body of a good reply is repaired. */
  private withRepair(
    repair: (body: ReadableStream<Uint8Array>) => ReadableStream<Uint8Array>,
  ): BasetenChatLanguageModel {
    const { fetch = globalThis.fetch } = this.config;
    const repairingFetch: FetchFunction = async (input, init) => {
      const reply = await fetch(input, init);
      return reply.ok && reply.body !== null
        ? new Response(repair(reply.body), reply)
        : reply;
    };
    return Object.create(this, {
      config: { value: { ...this.config, fetch: repairingFetch } },
    });
  }
}

async function withServerErrors<RESULT>(
  result: Promise<RESULT>,
): Promise<RESULT> {
  try {
    return await result;
  } catch (error) {
    throw withServerMessage(error);
  }
}
