import { describe, expect, it } from 'vitest';
import { createBaseten } from '../../src';
import { captureError } from '../support/capture-error';
import { useLocalBaseten } from '../support/use-local-baseten';
import { ask, PROMPT } from './support/ask';
import { chunk, eventStream, finish, WEATHER_CALL } from './support/chunks';

const server = await useLocalBaseten();
const { apiKey, baseURL } = server;
const model = createBaseten({ apiKey, baseURL })('zai-org/GLM-5.2');

const ERROR = { unified: 'error', raw: undefined };

describe('a stream that is not complete', () => {
  const events = [chunk({ content: 'Hi' }), WEATHER_CALL];
  const text = eventStream([...events, finish('tool_calls'), '[DONE]']);
  const beforeFinish = eventStream(events).length;

  it('ends in an error that says so', async () => {
    const outcome = await ask(server, {
      stream: true,
      behaviour: { stream: { events } },
    });

    expect(outcome).toMatchObject({
      text: 'Hi',
      toolCalls: [],
      finishReason: ERROR,
    });
    expect(outcome.errors).toMatchObject([
      {
        name: 'AI_APICallError',
        message:
          'The stream ended before the reply was complete: it had neither a finish reason nor [DONE].',
        url: `${baseURL}/chat/completions`,
        isRetryable: true,
      },
    ]);
  });

  it('ends in an error when the connection breaks', async () => {
    const outcome = await ask(server, {
      stream: true,
      behaviour: {
        stream: { events: text, cutAfterBytes: beforeFinish + 10 },
      },
    });

    expect(outcome).toMatchObject({
      text: 'Hi',
      toolCalls: [],
      finishReason: ERROR,
    });
    expect(outcome.errors).toMatchObject([
      {
        name: 'AI_APICallError',
        message: expect.stringMatching(
          /^The connection broke before the reply was complete: ./,
        ),
        cause: expect.any(Error),
        isRetryable: true,
      },
    ]);
  });

  it.each(['end', 'destroy'] as const)(
    'ends as it is after the finish reason, by %s',
    async cutBy => {
      const outcome = await ask(server, {
        stream: true,
        behaviour: {
          stream: { events: text, cutAfterBytes: text.length - 5, cutBy },
        },
      });

      expect(outcome).toMatchObject({
        text: 'Hi',
        toolCalls: [{ id: 'call-1' }],
        finishReason: { unified: 'tool-calls', raw: 'tool_calls' },
        errors: [],
      });
    },
  );

  it('is aborted as such', async () => {
    server.behave(() => ({ hang: 'in-body', stream: { events } }));
    const controller = new AbortController();
    const { stream } = await model.doStream({
      prompt: PROMPT,
      abortSignal: controller.signal,
    });
    const reader = stream.getReader();
    await reader.read();
    controller.abort();
    const error = await captureError(async () => {
      while (!(await reader.read()).done);
    });

    expect(error).toMatchObject({ name: 'AbortError' });
  });

  it('is left when its reader leaves', async () => {
    server.behave(() => ({ hang: 'in-body', stream: { events } }));
    const { stream } = await model.doStream({ prompt: PROMPT });
    const reader = stream.getReader();
    await reader.read();
    await reader.cancel();

    await expect.poll(() => server.requests[0]?.aborted).toBe(true);
  });
});

it("an abort with a reason of one's own is no broken connection", async () => {
  const controller = new AbortController();
  const reason = new Error('the user left');
  const aborted = createBaseten({
    apiKey,
    baseURL,
    fetch: async (_input, init) =>
      new Response(
        new ReadableStream({
          start(body) {
            body.enqueue(
              new TextEncoder().encode(
                'data: {"choices":[{"delta":{"content":"Hi"}}]}\n\n',
              ),
            );
            init?.signal?.addEventListener('abort', () =>
              body.error(init.signal?.reason),
            );
          },
        }),
        { headers: { 'content-type': 'text/event-stream' } },
      ),
  })('zai-org/GLM-5.2');
  const { stream } = await aborted.doStream({
    prompt: PROMPT,
    abortSignal: controller.signal,
  });
  const error = await captureError(async () => {
    for await (const part of stream) {
      if (part.type === 'text-delta') controller.abort(reason);
    }
  });

  expect(error).toBe(reason);
});
