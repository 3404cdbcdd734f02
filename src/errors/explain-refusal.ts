import { APICallError } from '@ai-sdk/provider';
import { DEFAULT_MODEL_IDS } from '../settings/defaults';

/** Facts about a call that can explain a refusal. */
export interface RefusedCall {
  /** Where the API key came from. */
  keySource: string;
  /** The requested model id, if the server looks at it. */
  modelId?: string | undefined;
}

/**
 * Adds to the server's message what the server cannot know: where the refused
 * key came from, and which model was requested. Other errors are returned
 * unchanged.
 */
export function explainRefusal(error: unknown, call: RefusedCall): unknown {
  if (!APICallError.isInstance(error)) {
    return error;
  }
  const explanation = explain(error, call);
  if (explanation === undefined) {
    return error;
  }
  const { url, requestBodyValues, statusCode, responseHeaders } = error;
  const { message, responseBody, cause, isRetryable, data } = error;
  return new APICallError({
    message: `${message}${/[.!?]$/.test(message) ? '' : '.'} ${explanation}`,
    url,
    requestBodyValues,
    statusCode,
    responseHeaders,
    responseBody,
    cause,
    isRetryable,
    data,
  });
}

function explain(
  { statusCode, message }: APICallError,
  { keySource, modelId }: RefusedCall,
): string | undefined {
  if (statusCode === 401 || statusCode === 403) {
    return `The API key came from ${keySource}.`;
  }
  if (statusCode !== 404 || modelId === undefined) {
    return undefined;
  }
  switch (modelId) {
    case DEFAULT_MODEL_IDS.chat:
      return `No model id was given and no modelURL is set, so the model "${modelId}" was asked for. A modelURL whose environment variable is missing is the usual reason.`;
    case DEFAULT_MODEL_IDS.dedicatedChat:
      return `No model id was given, so the model "${modelId}" was asked for. A vLLM server wants the name under which it serves the model.`;
    default:
      return modelId !== '' && message.includes(modelId)
        ? undefined
        : `The model "${modelId}" was asked for.`;
  }
}
