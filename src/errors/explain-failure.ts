import { APICallError } from '@ai-sdk/provider';
import { DEFAULT_MODEL_IDS } from '../settings/defaults';
import { hideSecrets } from './hide-secrets';

/** Facts about a call that its errors need. */
export interface FailedCall {
  /** Its headers, whose secrets no error may show. */
  headers: Record<string, string>;
  /** Where the API key came from. */
  keySource: string;
  /** The requested model id, if the server looks at it. */
  modelId?: string | undefined;
}

/**
 * Every error of a call passes here before the caller sees it. Secrets that the
 * server repeated are hidden, and a refusal says what the server cannot know:
 * where the refused key came from, and which model was requested.
 */
export function explainFailure(error: unknown, call: FailedCall): unknown {
  hideSecrets(error, call.headers);
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
  { keySource, modelId }: FailedCall,
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
