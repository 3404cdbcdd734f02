import type {
  JSONObject,
  LanguageModelV4CallOptions,
  SharedV4Warning,
} from '@ai-sdk/provider';
import { parseBasetenOptions } from '../../settings/parse-baseten-options';
import { toWireName } from '../../settings/wire-names';
import { isObject } from '../../utils/json-object';
import { chatModelOptionsSchema } from '../baseten-chat-language-model-options';
import { createBody } from './create-body';
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
 * Builds the body of a request: from the call's settings, from `reasoning` in the
 * form that the model takes, and from `providerOptions`.
 *
 * @throws InvalidArgumentError if an option or a part of the prompt is wrong.
 */
export function prepareChatRequest(
  { reasoning, providerOptions, ...call }: LanguageModelV4CallOptions,
  { modelId, isDedicated }: { modelId: string; isDedicated: boolean },
): PreparedRequest {
  const { options, warnings } = parseBasetenOptions(
    providerOptions,
    chatModelOptionsSchema,
  );
  const {
    strictJsonSchema: isStrict = true,
    multiPartToolResults: isMultiPart = false,
    ...own
  } = options;
  const fields = toWireNames(own);
  const prompt = preparePrompt(call.prompt, { isMultiPart, warnings });
  const created = createBody(
    { ...call, prompt },
    { modelId, isMultiPart, isStrict },
  );
  const body = mergeBody(
    created.body,
    mergeTemplateArgs(
      fields.reasoning_effort === undefined
        ? createReasoningFields(modelId, reasoning, warnings)
        : {},
      fields,
    ),
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
    warnings: [...created.warnings, ...warnings],
  };
}

/** Merges the arguments of the chat template; the caller's take precedence. */
function mergeTemplateArgs(
  reasoningFields: JSONObject,
  own: JSONObject,
): JSONObject {
  const { chat_template_args: asked } = reasoningFields;
  const { chat_template_args: args } = own;
  return {
    ...reasoningFields,
    ...own,
    ...(isObject(asked) &&
      isObject(args) && { chat_template_args: { ...asked, ...args } }),
  };
}

/** The fields of the options that have a value. */
function toWireNames(options: JSONObject): JSONObject {
  return Object.fromEntries(
    Object.entries(options)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [
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
