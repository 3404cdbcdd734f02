import type {
  JSONObject,
  LanguageModelV4CallOptions,
  SharedV4Warning,
} from '@ai-sdk/provider';
import { parseBasetenOptions } from '../../settings/parse-baseten-options';
import { toWireName } from '../../settings/wire-names';
import { isObject } from '../../utils/json-object';
import { chatModelOptionsSchema } from '../baseten-chat-language-model-options';
import { converter, multiPartConverter } from './converter';
import { mergeBody } from './merge-body';
import { preparePrompt } from './prepare-prompt';
import { createReasoningFields } from './reasoning-fields';

/** A request, without what only a stream has. */
export interface PreparedRequest {
  body: Record<string, unknown>;
  /** The index of the choice to read, where several were asked for. */
  choiceIndex: number | undefined;
  warnings: SharedV4Warning[];
}

/**
 * Has openai-compatible build the body of a request and adds what it does not
 * know, in the wire's names.
 *
 * @throws InvalidArgumentError if an option or a part of the prompt is wrong.
 */
export async function prepareChatRequest(
  {
    prompt,
    topK,
    reasoning,
    responseFormat,
    providerOptions,
    ...options
  }: LanguageModelV4CallOptions,
  { modelId, isDedicated }: { modelId: string; isDedicated: boolean },
): Promise<PreparedRequest> {
  const { options: own, warnings } = parseBasetenOptions(
    providerOptions,
    chatModelOptionsSchema,
  );
  const {
    user,
    reasoningEffort,
    textVerbosity,
    strictJsonSchema,
    multiPartToolResults: isMultiPart = false,
    ...fields
  } = own;
  const wireFields = toWireNames(fields);
  const hasOwnEffort =
    reasoningEffort !== undefined || wireFields.reasoning_effort !== undefined;

  const prepared = await (isMultiPart
    ? multiPartConverter()
    : converter()
  ).prepareRequest({
    ...options,
    prompt: preparePrompt(prompt, { isMultiPart, warnings }),
    // Baseten refuses an empty name; without one openai-compatible adds its own.
    responseFormat:
      responseFormat?.type === 'json' && !responseFormat.name
        ? { ...responseFormat, name: undefined }
        : responseFormat,
    providerOptions: {
      baseten: { user, reasoningEffort, textVerbosity, strictJsonSchema },
    },
  });
  const body = mergeBody(
    { ...prepared.body, model: modelId },
    {
      ...(topK !== undefined && { top_k: topK }),
      ...mergeTemplateArgs(
        hasOwnEffort ? {} : createReasoningFields(modelId, reasoning, warnings),
        wireFields,
      ),
    },
  );
  const hasChoices = typeof body.n === 'number' && body.n > 1;
  if (hasChoices) {
    warnings.push({
      type: 'other',
      message: `n is ${body.n}, but only the first choice is returned.`,
    });
  }
  return {
    body: isDedicated ? withReasoningTwice(body) : body,
    choiceIndex: hasChoices ? 0 : undefined,
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

/**
 * Servers of one's own may be older vLLM, which reads the reasoning of earlier
 * turns in `reasoning` only. Others ignore the field.
 */
function withReasoningTwice(
  body: Record<string, unknown>,
): Record<string, unknown> {
  const { messages } = body;
  return {
    ...body,
    messages: Array.isArray(messages)
      ? messages.map((message: unknown) =>
          isObject(message) && message.reasoning_content !== undefined
            ? { reasoning: message.reasoning_content, ...message }
            : message,
        )
      : messages,
  };
}
