import { APICallError } from '@ai-sdk/provider';
import { DEFAULT_MODEL_IDS } from '../settings/defaults';

/** What of a call can explain why a server refused it. */
export interface RefusedCall {
  /** Where the API key came from. */
  keySource: string;
  /** The id that was asked for, where the server looks at it. */
  modelId?: string | undefined;
}

/**
 * Adds to the server's own words what it cannot know: where the key came from
 * that it refuses, and which model it was asked for. Other errors come back as
 * they are.
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
