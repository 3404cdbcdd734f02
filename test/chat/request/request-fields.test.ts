import { InvalidArgumentError } from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { captureError } from '../../support/capture-error';
import { useLocalBaseten } from '../../support/use-local-baseten';
import { PROMPT } from '../support/ask';
import { createSender } from '../support/create-sender';

const server = await useLocalBaseten();
const { model, send } = createSender(server);

describe('fields of a request in the provider options', () => {
  const FIELDS = {
    best_of: 1,
    bad: ['x'],
    bad_token_ids: [1],
    baseten: { tool_settings: { max_react_iterations: 3 } },
    chat_template_args: { enable_thinking: true },
    constructor: { a: 1 },
    ignore_eos: false,
    length_penalty: 1,
    logit_bias: { 5: 1 },
    max_completion_tokens: 10,
    max_tokens: 11,
    metadata: { a: 'b' },
    min_p: 0.1,
    min_tokens: 1,
    parallel_tool_calls: false,
    repetition_penalty: 1,
    response_format: { type: 'json_object' },
    seed: 5,
    skip_special_tokens: false,
    stop_token_ids: [1],
    store: false,
    stream_options: { include_usage: false },
    temperature: 0.5,
    thinking: { type: 'enabled' },
    toString: 'text',
    tool_choice: 'none',
    top_k: 5,
    top_p: 0.5,
    top_p_min: 0.1,
    user: 'ada',
    verbosity: 'low',
  };

  it.each(Object.entries(FIELDS))(
    '%s is sent as it is',
    async (name, value) => {
      const { body } = await send({
        maxOutputTokens: 99,
        temperature: 1,
        providerOptions: { baseten: { [name]: value } },
      });

      expect(Object.getOwnPropertyDescriptor(body, name)?.value).toEqual(value);
    },
  );

  it('stream_options is sent with streams', async () => {
    const { stream } = await model.doStream({
      prompt: PROMPT,
      providerOptions: {
        baseten: { stream_options: { include_usage: false } },
      },
    });
    await stream.cancel();

    expect(server.requests[0]?.body).toMatchObject({
      stream: true,
      stream_options: { include_usage: false },
    });
  });

  it('tools are added to those of the call', async () => {
    const own = { type: 'baseten__exa__web_search_exa' };
    const { body } = await send({
      tools: [{ type: 'function', name: 'now', inputSchema: {} }],
      toolChoice: { type: 'auto' },
      providerOptions: { baseten: { tools: [own], tool_choice: 'required' } },
    }).catch(() => ({ body: Object(server.requests[0]?.body) }));

    expect(body.tools).toEqual([
      { type: 'function', function: { name: 'now', parameters: {} } },
      own,
    ]);
    expect(body.tool_choice).toBe('required');
  });

  it.each([
    { messages: [] },
    { stream: true },
    { tools: 'none' },
    { tools: null },
  ])('%j is refused', async baseten => {
    const error = await captureError(() =>
      send({ providerOptions: { baseten } }),
    );

    expect(InvalidArgumentError.isInstance(error)).toBe(true);
    expect(server.requests).toEqual([]);
  });

  it.each(['baseten', 'openaiCompatible', 'openai-compatible'])(
    'are read below %s',
    async name => {
      const { body, warnings } = await send({
        providerOptions: { [name]: { user: 'ada', minP: 0.1, other: 1 } },
      });

      expect(body).toMatchObject({ user: 'ada', min_p: 0.1, other: 1 });
      expect(warnings).toHaveLength(name === 'openai-compatible' ? 1 : 0);
    },
  );
});
