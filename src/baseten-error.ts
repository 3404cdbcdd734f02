import type { ProviderErrorStructure } from '@ai-sdk/openai-compatible';
import { APICallError } from '@ai-sdk/provider';
import { secureJsonParse } from '@ai-sdk/provider-utils';
import { z } from 'zod/v4';
import { MAX_ERROR_TEXT_LENGTH } from './limits';
import { once } from './once';

/** What a server said about a failure, whatever envelope it came in. */
export interface BasetenErrorData {
  error: {
    /** The server's own words; empty when it had none. */
    message: string;
    type?: string | undefined;
    code?: string | number | undefined;
  };
}

/**
 * Every JSON envelope that Baseten's gateway, its engines and custom servers
 * use, read into one shape: `{error: text}`, `{error: {message}}`,
 * `{message, type, code}`, `{detail: text}` and `{detail: [{loc, msg}]}`.
 */
const errorSchema = once((): z.ZodType<BasetenErrorData> => {
  const label = z.string().nullish();
  const said = z.looseObject({
    message: z.string(),
    type: label,
    code: z.union([z.string(), z.number()]).nullish(),
  });
  const invalidField = z.looseObject({
    loc: z.array(z.union([z.string(), z.number()])).nullish(),
    msg: z.string(),
  });

  return z.union([
    z
      .looseObject({ error: z.string(), error_type: label })
      .transform(body => toErrorData(body.error, body.error_type)),
    z
      .looseObject({ error: said })
      .transform(({ error }) =>
        toErrorData(error.message, error.type, error.code),
      ),
    said.transform(body => toErrorData(body.message, body.type, body.code)),
    z
      .looseObject({ detail: z.string() })
      .transform(body => toErrorData(body.detail)),
    z
      .looseObject({ detail: z.array(invalidField) })
      .transform(({ detail }) =>
        toErrorData(
          detail
            .map(({ loc, msg }) => (loc ? `${loc.join('.')}: ${msg}` : msg))
            .join('; '),
        ),
      ),
  ]);
});

/** How openai-compatible reads Baseten's errors. */
export const basetenErrorStructure = once(
  (): ProviderErrorStructure<BasetenErrorData> => ({
    errorSchema: errorSchema(),
    errorToMessage: data => data.error.message,
  }),
);

/**
 * The error for a reply with an error status. Its message is the server's own
 * words or, when there are none, the status and its reason. Whether it can be
 * retried is the SDK's rule: 408, 409, 429 and every 5xx.
 */
export function createResponseError({
  statusCode,
  responseBody,
  ...request
}: {
  url: string;
  requestBodyValues: unknown;
  statusCode: number;
  responseHeaders?: Record<string, string> | undefined;
  responseBody: string;
  cause?: unknown;
}): APICallError {
  const body = parseErrorBody(responseBody);

  return new APICallError({
    ...request,
    message: body.message || describeStatus(statusCode),
    statusCode,
    responseBody,
    data: body.data,
  });
}

/** The error for a request that got no answer, which can be sent again. */
export function createNetworkError({
  message,
  ...request
}: {
  message: string;
  url: string;
  requestBodyValues: unknown;
  statusCode?: number;
  responseHeaders?: Record<string, string>;
  cause?: unknown;
}): APICallError {
  return new APICallError({ ...request, message, isRetryable: true });
}

/**
 * Gives an error of openai-compatible the server's words where its body was
 * not JSON, empty or of no known envelope: there it holds only `statusText`,
 * which is empty over HTTP/2. Other errors come back as they are.
 */
export function withServerMessage(error: unknown): unknown {
  return APICallError.isInstance(error) &&
    error.statusCode != null &&
    error.statusCode >= 400 &&
    error.responseBody != null
    ? createResponseError({
        url: error.url,
        requestBodyValues: error.requestBodyValues,
        statusCode: error.statusCode,
        responseHeaders: error.responseHeaders,
        responseBody: error.responseBody,
        cause: error.cause,
      })
    : error;
}

function parseErrorBody(text: string): {
  message: string;
  data?: BasetenErrorData;
} {
  const trimmed = text.trim();
  if (/^<(?:!doctype|html|\?xml)/i.test(trimmed)) {
    return { message: /<title[^>]*>([^<]*)/i.exec(trimmed)?.[1]?.trim() ?? '' };
  }

  const value = parseJson(trimmed);
  const envelope = errorSchema().safeParse(value);
  if (envelope.success) {
    return {
      message: envelope.data.error.message.trim(),
      data: envelope.data,
    };
  }

  const saysNothing =
    value != null && typeof value === 'object' && isHollow(value);
  return {
    message: saysNothing
      ? ''
      : (typeof value === 'string' ? value : trimmed).slice(
          0,
          MAX_ERROR_TEXT_LENGTH,
        ),
  };
}

/** Whether an object holds nothing worth reading, such as `{"error": null}`. */
function isHollow(value: object): boolean {
  return Object.values(value).every(
    entry =>
      entry == null ||
      entry === '' ||
      (typeof entry === 'object' && isHollow(entry)),
  );
}

function parseJson(text: string): unknown {
  try {
    return secureJsonParse(text);
  } catch {
    return undefined;
  }
}

function toErrorData(
  message: string,
  type?: string | null,
  code?: string | number | null,
): BasetenErrorData {
  return {
    error: {
      message,
      ...(type != null && { type }),
      ...(code != null && { code }),
    },
  };
}

function describeStatus(statusCode: number): string {
  return [statusCode, STATUS_REASONS[statusCode]].filter(Boolean).join(' ');
}

/** HTTP/2 has no reason phrases, so they are ours. */
const STATUS_REASONS: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  402: 'Payment Required',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  408: 'Request Timeout',
  409: 'Conflict',
  413: 'Payload Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  424: 'Failed Dependency',
  429: 'Too Many Requests',
  499: 'Client Closed Request',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
  529: 'Overloaded',
};
