/** An error reply: how it comes and what it says. */
export interface ErrorEnvelope {
  status: number;
  body: string;
  contentType: string;
  /** The message that a user is to see. */
  message: string;
}

const json = (status: number, value: unknown, message: string) => ({
  status,
  body: JSON.stringify(value),
  contentType: 'application/json',
  message,
});

const text = (status: number, body: string, message: string) => ({
  status,
  body,
  contentType: 'text/plain; charset=utf-8',
  message,
});

const html = (status: number, body: string, message: string) => ({
  status,
  body,
  contentType: 'text/html',
  message,
});

const page = (title: string) =>
  `<!DOCTYPE html>\n<html><head>${title}</head><body><h1>Sorry</h1></body></html>\n`;

/** Every form in which Baseten and what is before and behind it say no. */
export const ERROR_ENVELOPES: Record<string, ErrorEnvelope> = {
  'a string': json(
    403,
    { error: 'please check the api-key you provided' },
    'please check the api-key you provided',
  ),
  'an object': json(
    400,
    {
      error: {
        message: 'This model does not support multimodal inputs.',
        type: 'BadRequestError',
        code: 400,
        param: null,
      },
    },
    'This model does not support multimodal inputs.',
  ),
  'an object with nulls': json(
    400,
    { error: { message: 'no such tool', type: null, code: null, param: null } },
    'no such tool',
  ),
  'a code in text': json(
    404,
    {
      error: {
        message: 'The model `x` does not exist.',
        type: 'NotFoundError',
        code: 'model_not_found',
      },
    },
    'The model `x` does not exist.',
  ),
  'a top-level message': json(
    400,
    {
      message: 'image_url is not supported',
      type: 'BadRequestError',
      code: 400,
      request_id: 'abc',
    },
    'image_url is not supported',
  ),
  'a message of an embedding engine': json(
    413,
    {
      message: 'batch size 200 > maximum allowed batch size 128',
      code: 413,
      type: 'Validation',
    },
    'batch size 200 > maximum allowed batch size 128',
  ),
  'an error type': json(
    422,
    { error: 'Input must not be empty', error_type: 'Validation' },
    'Input must not be empty',
  ),
  'a typed error with a request id': json(
    402,
    {
      type: 'error',
      error: {
        type: 'billing_error',
        message: 'please check your current payment status',
      },
      request_id: 'abc',
    },
    'please check your current payment status',
  ),
  'a detail': json(404, { detail: 'Not Found here' }, 'Not Found here'),
  'a list of details': json(
    422,
    {
      detail: [
        { loc: ['body', 'input', 0], msg: 'field required', type: 'missing' },
        { msg: 'too many' },
      ],
    },
    'body.input.0: field required; too many',
  ),
  'JSON of another form': json(
    400,
    { reason: 'out of tea' },
    '{"reason":"out of tea"}',
  ),
  'JSON text': json(400, 'just words', 'just words'),
  'JSON text of white space': json(400, ' \n', '400 Bad Request'),
  'plain text': text(
    401,
    'No Authorization header provided\n',
    'No Authorization header provided',
  ),
  'long plain text': text(400, 'x'.repeat(2000), 'x'.repeat(500)),
  'text where JSON was announced': {
    ...text(400, 'upstream said no', 'upstream said no'),
    contentType: 'application/json',
  },
  'an HTML page': html(
    404,
    page('<title>404 Nothing here</title>'),
    '404 Nothing here',
  ),
  'an HTML page without a title': html(413, page(''), '413 Payload Too Large'),
  'an HTML page with an empty title': html(
    403,
    page('<title> </title>'),
    '403 Forbidden',
  ),
  nothing: text(404, '', '404 Not Found'),
  'white space': text(401, ' \n', '401 Unauthorized'),
  'an empty object': json(400, {}, '400 Bad Request'),
  'an empty message': json(
    422,
    { error: { message: '', type: '' } },
    '422 Unprocessable Content',
  ),
  'an empty string': json(400, { error: ' ' }, '400 Bad Request'),
  'an error that is null': json(400, { error: null }, '400 Bad Request'),
};
