import type { OpenAICompatibleChatLanguageModel } from '@ai-sdk/openai-compatible';
import type {
  JSONObject,
  LanguageModelV4CallOptions,
  SharedV4Warning,
} from '@ai-sdk/provider';
import { parseBasetenOptions } from '../../settings/parse-baseten-options';
import { toWireName } from '../../settings/wire-names';
import { isObject } from '../../utils/json-object';
import { chatModelOptionsSchema } from '../baseten-chat-language-model-options';
import { createReasoningFields } from './reasoning-fields';

/**
 * Builds the body of a request by openai-compatible. Fields that it does not
 * know are passed as `providerOptions.baseten`, by their wire names: it copies
 * such keys into the body.
 *
 * @throws InvalidArgumentError if an option has a wrong type.
 */
export async function prepareChatRequest(
  modelId: string,
  {
    topK,
    reasoning,
    responseFormat,
    providerOptions,
    ...options
  }: LanguageModelV4CallOptions,
  converter: OpenAICompatibleChatLanguageModel,
): Promise<{ body: Record<string, unknown>; warnings: SharedV4Warning[] }> {
  const warnings: SharedV4Warning[] = [];
  const { user, reasoningEffort, textVerbosity, strictJsonSchema, ...fields } =
    parseBasetenOptions(providerOptions, chatModelOptionsSchema);
  const wireFields = toWireNames(fields);
  const hasOwnEffort =
    reasoningEffort !== undefined || wireFields.reasoning_effort !== undefined;

  const prepared = await converter.prepareRequest({
    ...options,
    // Baseten refuses an empty name; without one openai-compatible adds its own.
    responseFormat:
      responseFormat?.type === 'json' && !responseFormat.name
        ? { ...responseFormat, name: undefined }
        : responseFormat,
    providerOptions: {
      ...providerOptions,
      baseten: {
        user,
        reasoningEffort,
        textVerbosity,
        strictJsonSchema,
        top_k: topK,
        ...mergeTemplateArgs(
          hasOwnEffort
            ? {}
            : createReasoningFields(modelId, reasoning, warnings),
          wireFields,
        ),
      },
    },
  });
  return {
    body: prepared.body,
    warnings: [...prepared.warnings, ...warnings],
  };
}

/** Merges the arguments of the chat template; the caller's take precedence. */
function mergeTemplateArgs(
  reasoningFields: JSONObject,
  wireFields: JSONObject,
): JSONObject {
  const [asked, own] = [reasoningFields, wireFields].map(
    fields => fields.chat_template_args,
  );
  return {
    ...reasoningFields,
    ...wireFields,
    ...(isObject(asked) &&
      isObject(own) && { chat_template_args: { ...asked, ...own } }),
  };
}

function toWireNames(fields: JSONObject): JSONObject {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      isOption(name) ? toWireName(name) : name,
      value,
    ]),
  );
}

function isOption(name: string): boolean {
  return Object.hasOwn(chatModelOptionsSchema().shape, name);
}
