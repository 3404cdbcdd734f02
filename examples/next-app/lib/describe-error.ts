import {
  APICallError,
  InvalidArgumentError,
  LoadAPIKeyError,
  RetryError,
} from 'ai';

/** Says in plain words what went wrong and what may help. */
export function describeError(error: unknown): string {
  // What is still failing after the SDK's retries comes as a RetryError.
  const cause = RetryError.isInstance(error) ? error.lastError : error;

  if (LoadAPIKeyError.isInstance(cause)) {
    return 'The server has no API key. Set BASETEN_API_KEY and start it again.';
  }
  if (InvalidArgumentError.isInstance(cause)) {
    return `${cause.message} The URLs are those of BASETEN_MODEL_URL, BASETEN_RERANK_MODEL_URL, BASETEN_TRANSCRIPTION_MODEL_URL and BASETEN_SPEECH_MODEL_URL.`;
  }
  return APICallError.isInstance(cause)
    ? describeReply(cause)
    : 'Something went wrong on the server. Its log says more.';
}

function describeReply({ statusCode = 0, message }: APICallError): string {
  if (statusCode < 400) {
    return 'The connection to Baseten failed or broke off. Try again.';
  }
  // The server's own words: they say what a status cannot.
  return `${describeStatus(statusCode)} It says: “${message}”`;
}

function describeStatus(status: number): string {
  if (status >= 500) {
    return 'Baseten is overloaded or waking up. Try again in a minute.';
  }
  switch (status) {
    case 401:
    case 403:
      return 'Baseten does not accept the API key. Check BASETEN_API_KEY.';
    case 402:
      return 'Baseten asks for a payment. See the billing page of your workspace.';
    case 404:
      return 'Baseten does not have this model, or not in your workspace.';
    case 413:
      return 'The conversation is too large to send. Leave out some images.';
    case 429:
      return 'Too many requests at once. Wait a moment, then try again.';
    default:
      return 'Baseten refused the request.';
  }
}
