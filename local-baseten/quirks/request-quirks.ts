import { asRecord } from '../utils/is-record';
import type { Json } from './field-quirks';

/** Refuses a tool's result that has parts other than text. */
export function refuseToolMedia({ messages }: Json): string | undefined {
  const parts = (Array.isArray(messages) ? messages : [])
    .map(asRecord)
    .filter(({ role }) => role === 'tool')
    .flatMap(({ content }) => (Array.isArray(content) ? content : []));
  return parts.every(part => asRecord(part).type === 'text')
    ? undefined
    : 'Validation: a tool message takes text only';
}

/** Refuses to be told not to think. */
export function refuseThinkingSwitch({
  chat_template_args,
}: Json): string | undefined {
  return asRecord(chat_template_args).enable_thinking === false
    ? 'Validation: `enable_thinking` cannot be false'
    : undefined;
}
