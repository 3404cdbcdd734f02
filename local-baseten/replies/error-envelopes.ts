import { STATUS_CODES } from 'node:http';
import { jsonReply, type Reply, textReply } from './reply';

/** The gateway's own envelope: `{"error":"text"}`. */
export function gatewayError(status: number, message: string): Reply {
  return jsonReply(status, { error: message });
}

/** What DeepSeek, gpt-oss and Kimi send: `{"error":{"message",...}}`. */
export function nestedError(status: number, message: string): Reply {
  const type = STATUS_CODES[status] ?? 'Error';
  return jsonReply(status, { error: { code: status, message, type } });
}

/** What GLM sends: `{"message","type","code"}`. */
export function flatError(status: number, message: string): Reply {
  const type = STATUS_CODES[status] ?? 'Error';
  return jsonReply(status, { message, type, code: status });
}

/** What an embedding server (BEI) sends on `/v1/embeddings`. */
export function embeddingError(status: number, message: string): Reply {
  return jsonReply(status, { message, code: status, type: 'Validation' });
}

/** What an embedding server (BEI) sends on its other routes. */
export function rerankError(status: number, message: string): Reply {
  return jsonReply(status, { error: message, error_type: 'Validation' });
}

/** A page of the proxy in front of Baseten. */
export function proxyError(status: number): Reply {
  const title = `${status} ${STATUS_CODES[status] ?? 'Error'}`;
  const html = `<html><head><title>${title}</title></head><body><center><h1>${title}</h1></center></body></html>\n`;
  return textReply(status, 'text/html', html);
}

// The bodies of 408, 409, 413, 429, 503, 504 and 529 have never been captured:
// theirs follow the gateway's form.
const MESSAGES: Record<number, string> = {
  400: 'Invalid request body',
  401: 'No Authorization header provided',
  402: 'please check your current payment status',
  403: 'please check the api-key you provided',
  404: 'please check the model you provided',
  413: 'request body too large',
  429: 'Rate limit exceeded. Please try again later.',
  500: 'Internal Server Error',
  502: 'Error making prediction',
  503: 'the model is not ready',
  504: 'request timed out',
  529: 'the model is overloaded, please try again later',
};

/** Baseten's text for a status without a message of its own. */
export function errorReply(status: number): Reply {
  const message = MESSAGES[status] ?? STATUS_CODES[status] ?? 'Error';
  return status === 422
    ? flatError(status, message)
    : gatewayError(status, message);
}
