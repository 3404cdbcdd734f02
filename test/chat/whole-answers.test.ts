import {
  APICallError,
  InvalidResponseDataError,
  TypeValidationError,
} from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { useLocalBaseten } from '../support/use-local-baseten';
import { ask } from './support/ask';

const server = await useLocalBaseten();
const askFor = (body: object) =>
  ask(server, { stream: false, behaviour: { body } });

const reply = (message: unknown, finish_reason: unknown = 'stop') => ({
  choices: [{ message, finish_reason }],
});
const call = (called: unknown) => ({ id: 'a', function: called });
const weather = call({ name: 'weather', arguments: '{"city":"Rome"}' });

describe('a whole answer', () => {
  it.each([
    ['no choice', { choices: [] }, 'a choice with a message, got none'],
    ['no message', { choices: [{}] }, 'a choice with a message, got none'],
    ['the message null', reply(null), 'a choice with a message, got null'],
    ['a text as message', reply('Hi'), 'got a string of 2 characters'],
    [
      'a call that has arguments, but no name',
      reply({ tool_calls: [call({ arguments: '{"a":1}' })] }),
      "Expected 'function.name' of a tool call, got none.",
    ],
    [
      'a call of another form',
      reply({ tool_calls: [{ id: 'a', name: 'weather', arguments: {} }] }),
      "Expected 'function.name' of a tool call, got none.",
    ],
  ])('with %s is an InvalidResponseDataError', async (_, body, message) => {
    const { errors } = await askFor(body);

    expect(errors).toHaveLength(1);
    expect(InvalidResponseDataError.isInstance(errors[0])).toBe(true);
    expect(String(errors[0])).toContain(message);
  });

  it.each([
    ['choices', { choices: 'none' }],
    ['content', reply({ content: 1 })],
    ['content[]', reply({ content: [{ text: 'Hi' }] })],
    ['content[].text', reply({ content: [{ type: 'text', text: 1 }] })],
    ['reasoning_content', reply({ content: 'Hi', reasoning_content: {} })],
    ['tool_calls', reply({ content: 'Hi', tool_calls: 'none' })],
    ['tool_calls[]', reply({ tool_calls: ['weather'] })],
    ['tool_calls[].function', reply({ tool_calls: [call('weather')] })],
    ['tool_calls[].function.name', reply({ tool_calls: [call({ name: 1 })] })],
    ['finish_reason', reply({ content: 'Hi' }, 1)],
  ])(
    'whose %s is of a wrong type is a TypeValidationError',
    async (field, body) => {
      const { errors } = await askFor(body);

      expect(errors).toHaveLength(1);
      expect(TypeValidationError.isInstance(errors[0])).toBe(true);
      expect(String(errors[0])).toContain(`Expected ${field} to be `);
    },
  );

  it.each([
    ['parts that are bare text', { content: ['H', 'i'] }],
    ['a part that is null', { content: [null, { type: 'text', text: 'Hi' }] }],
    ['false instead of calls', { content: 'Hi', tool_calls: false }],
    ['a call that is null', { content: 'Hi', tool_calls: [null] }],
    ['a call of an id only', { content: 'Hi', tool_calls: [call({})] }],
  ])('with %s is given', async (_, message) => {
    expect(await askFor(reply(message))).toMatchObject({
      errors: [],
      text: 'Hi',
      toolCalls: [],
      finishReason: { unified: 'stop' },
    });
  });

  it('is given though its id, model and time make no sense', async () => {
    const body = { id: 1, model: ['a'], created: 'now' };

    expect(
      await askFor({ ...body, ...reply({ content: 'Hi' }) }),
    ).toMatchObject({ errors: [], text: 'Hi' });
  });

  it('has the thoughts of a thinking part, as text or in parts', async () => {
    const thinking = [{ type: 'text', text: 'let ' }, 'me '];
    const content = [
      { type: 'thinking', thinking },
      { type: 'thinking', thinking: 'see' },
      { type: 'text', text: 'Hi' },
    ];

    expect(await askFor(reply({ content }))).toMatchObject({
      errors: [],
      reasoning: 'let me see',
      text: 'Hi',
    });
  });

  it('has its calls, even where their indexes are text', async () => {
    const tool_calls = [{ ...weather, index: '0' }];

    expect(await askFor(reply({ tool_calls }))).toMatchObject({
      errors: [],
      toolCalls: [{ id: 'a', name: 'weather', input: '{"city":"Rome"}' }],
    });
  });

  it.each([
    ['abort', 'its finish reason is "abort"'],
    [null, 'the arguments of a tool call are not whole'],
  ])(
    'that ends within a call, with finish reason %j, can be asked for again',
    async (reason, message) => {
      const tool_calls = [call({ name: 'weather', arguments: '{"ci' })];
      const { errors } = await askFor(reply({ tool_calls }, reason));

      expect(String(errors[0])).toContain(message);
      expect(errors).toHaveLength(1);
      expect(APICallError.isInstance(errors[0])).toBe(true);
      expect(errors[0]).toMatchObject({ isRetryable: true });
    },
  );

  it('may have more calls than a function has arguments', async () => {
    const tool_calls = Array.from({ length: 150_000 }, () => weather);
    const { errors, toolCalls } = await askFor(reply({ tool_calls }));

    expect(errors).toEqual([]);
    expect(toolCalls).toHaveLength(150_000);
  });
});
