import {
  InvalidResponseDataError,
  TypeValidationError,
} from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { useLocalBaseten } from '../support/use-local-baseten';
import { ask } from './support/ask';

const server = await useLocalBaseten();
const askFor = (body: object) =>
  ask(server, { stream: false, behaviour: { body } });

const reply = (message: object, finish_reason: unknown = 'stop') => ({
  choices: [{ message, finish_reason }],
});
const call = (called: unknown) => ({ id: 'a', function: called });

describe('a whole answer', () => {
  it.each([
    ['no choice', { choices: [] }, 'a choice with a message, got none'],
    ['no message', { choices: [{}] }, 'a choice with a message, got none'],
    [
      'a call without a name',
      reply({ tool_calls: [call({ arguments: '{"a":1}' })] }),
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
    ['reasoning_content', reply({ content: 'Hi', reasoning_content: {} })],
    ['tool_calls', reply({ content: 'Hi', tool_calls: 'none' })],
    ['tool_calls[]', reply({ tool_calls: ['weather'] })],
    ['tool_calls[].function', reply({ tool_calls: [call('weather')] })],
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

  it('leaves out a call that is no more than an id', async () => {
    const outcome = await askFor(
      reply({ content: 'Hi', tool_calls: [call({})] }),
    );

    expect(outcome).toMatchObject({
      errors: [],
      text: 'Hi',
      toolCalls: [],
      finishReason: { unified: 'stop' },
    });
  });

  it('is given though its id, model and time make no sense', async () => {
    const outcome = await askFor({
      id: 1,
      model: ['a'],
      created: 'now',
      ...reply({ content: 'Hi' }),
    });

    expect(outcome).toMatchObject({ errors: [], text: 'Hi' });
  });
});
