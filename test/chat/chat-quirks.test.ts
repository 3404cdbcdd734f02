import { describe, expect, it } from 'vitest';
import { useLocalBaseten } from '../support/use-local-baseten';
import { REPLIES } from './fixtures/replies';
import { STREAMS } from './fixtures/streams';
import { TOOL_CALL_STREAMS } from './fixtures/tool-call-streams';
import { ask } from './support/ask';

const server = await useLocalBaseten();

describe('a stream with', () => {
  it.each(Object.entries({ ...TOOL_CALL_STREAMS, ...STREAMS }))(
    '%s comes out right',
    async (_name, { events = [], expected }) => {
      const outcome = await ask(server, {
        stream: true,
        behaviour: { stream: { events, splitAt: 'random' } },
      });

      expect(outcome).toMatchObject({ errors: [], ...expected });
      const ids = outcome.toolCalls.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).not.toContain('');
    },
  );
});

describe('a reply with', () => {
  it.each(Object.entries(REPLIES))(
    '%s comes out right',
    async (_name, { reply, expected }) => {
      const outcome = await ask(server, {
        stream: false,
        behaviour: { body: reply },
      });

      expect(outcome).toMatchObject({ errors: [], ...expected });
    },
  );
});

it('keeps ids unique in the conversation', async () => {
  const id = 'functions.weather:0';
  const prompt = [
    {
      role: 'assistant' as const,
      content: [
        {
          type: 'tool-call' as const,
          toolCallId: id,
          toolName: 'weather',
          input: { city: 'Rome' },
        },
      ],
    },
  ];
  const { events } = TOOL_CALL_STREAMS['the same id on two indexes'] ?? {};
  const { reply } = REPLIES['tool calls with the same id'] ?? {};

  const streamed = await ask(server, {
    stream: true,
    behaviour: { stream: { events: events ?? [] } },
    prompt,
  });
  const generated = await ask(server, {
    stream: false,
    behaviour: { body: reply ?? {} },
    prompt,
  });

  for (const { toolCalls } of [streamed, generated]) {
    expect(toolCalls.map(call => call.id)).toEqual([
      'functions.weather:1',
      'functions.weather:2',
    ]);
  }
});
