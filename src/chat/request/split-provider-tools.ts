import type { LanguageModelV4Message, SharedV4Warning } from '@ai-sdk/provider';

type AssistantMessage = Extract<LanguageModelV4Message, { role: 'assistant' }>;

/**
 * Tools that a provider ran itself have call and result in one message. Chat
 * servers want the result in a message of its own, so the message is split
 * behind it. A call whose result is not there is left out: servers refuse one.
 */
export function splitProviderTools(
  message: AssistantMessage,
  warnings: SharedV4Warning[],
): LanguageModelV4Message[] {
  if (!message.content.some(isProviderCall)) {
    return [message];
  }
  const results = new Set(
    message.content.flatMap(part =>
      part.type === 'tool-result' ? [part.toolCallId] : [],
    ),
  );
  const messages: LanguageModelV4Message[] = [];
  for (const part of message.content) {
    const last = messages.at(-1);
    if (part.type === 'tool-result') {
      if (last?.role === 'tool') {
        last.content.push(part);
      } else {
        messages.push({ role: 'tool', content: [part] });
      }
    } else if (isProviderCall(part) && !results.has(part.toolCallId)) {
      warnings.push({
        type: 'other',
        message: `The call of ${part.toolName}, which its provider ran, is left out of the conversation: its result is not there.`,
      });
    } else if (last?.role === 'assistant') {
      last.content.push(part);
    } else {
      messages.push({ ...message, content: [part] });
    }
  }
  return messages;
}

type Part = AssistantMessage['content'][number];

function isProviderCall(
  part: Part,
): part is Extract<Part, { type: 'tool-call' }> {
  return part.type === 'tool-call' && part.providerExecuted === true;
}
