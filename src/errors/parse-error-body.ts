import { secureJsonParse } from '@ai-sdk/provider-utils';
import { z } from 'zod/v4';
import { MAX_ERROR_TEXT_LENGTH } from '../settings/defaults';
import { once } from '../utils/once';

/** No envelope goes deeper; 100,000 levels would overflow the stack. */
const MAX_DEPTH = 20;

/** What a server said about a failure, whatever its envelope. */
export interface BasetenErrorData {
  error: {
    /** The server's own words; empty if it sent none. */
    message: string;
    /** The kind of error, in the server's words, if it names one. */
    type?: string | undefined;
    /** The server's error code, often the status, if it names one. */
    code?: string | number | undefined;
  };
}

/**
 * Reads every JSON envelope of Baseten's gateway, its engines and custom servers
 * into one shape: `{error: text}`, `{error: {message}}`,
 * `{message, type, code}`, `{detail: text}` and `{detail: [{loc, msg}]}`.
 */
export const errorSchema = once((): z.ZodType<BasetenErrorData> => {
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

/**
 * Finds the server's message in the body of an error: JSON, HTML or text.
 *
 * @returns an empty message if there is none, and `data` only for a known
 * envelope.
 */
export function parseErrorBody(text: string): {
  message: string;
  data?: BasetenErrorData;
} {
  const trimmed = text.trim();
  if (isPage(trimmed)) {
    return { message: findTitle(trimmed) };
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
    value != null && typeof value === 'object' && isHollow(value, 0);
  return {
    message: saysNothing
      ? ''
      : (typeof value === 'string' ? value.trim() : trimmed).slice(
          0,
          MAX_ERROR_TEXT_LENGTH,
        ),
  };
}

/**
 * Describes a body that is not JSON, for "Expected ..., got ...".
 *
 * @returns `undefined` for what may be truncated JSON.
 */
export function describeNoJson(text: string): string | undefined {
  const trimmed = text.trim();
  if (isPage(trimmed)) {
    const title = findTitle(trimmed);
    return title === '' ? 'a page without a title' : `a page titled "${title}"`;
  }
  return /^(?:[[{"]|$)/.test(trimmed)
    ? undefined
    : `the text "${trimmed.slice(0, MAX_ERROR_TEXT_LENGTH)}"`;
}

function isPage(text: string): boolean {
  return /^<(?:!doctype|html|\?xml)/i.test(text);
}

function findTitle(page: string): string {
  return /<title[^>]*>([^<]*)/i.exec(page)?.[1]?.trim() ?? '';
}

/** Whether an object holds no information, such as `{"error": null}`. */
function isHollow(value: object, depth: number): boolean {
  return Object.values(value).every(
    entry =>
      entry == null ||
      entry === '' ||
      (typeof entry === 'object' &&
        depth < MAX_DEPTH &&
        isHollow(entry, depth + 1)),
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
