import { expect, it } from 'vitest';
import { BASETEN_CHAT_MODELS } from '../../src/chat/baseten-chat-models';
import {
  findReasoningSupport,
  type ReasoningSupport,
} from '../../src/chat/reasoning-support';
import { readRows } from './markdown';

it('the table of reasoning says what the source knows of each model', () => {
  const families = new Map<ReasoningSupport, string[]>();
  for (const { id } of BASETEN_CHAT_MODELS) {
    const support = findReasoningSupport(id);
    expect(support, id).toBeDefined();
    if (support != null) {
      families.set(support, [...(families.get(support) ?? []), id]);
    }
  }

  expect(readRows('docs/chat.md', 'models', 'reason', 'levels')).toEqual(
    [...families].map(([{ efforts, isOptIn }, ids]) => ({
      models: toCode(ids),
      reason: isOptIn
        ? 'on request'
        : efforts.includes('none')
          ? 'by default'
          : 'always',
      levels: efforts.length > 0 ? toCode(efforts) : 'on or off',
    })),
  );
});

function toCode(values: readonly string[]): string {
  return values.map(value => `\`${value}\``).join(', ');
}
