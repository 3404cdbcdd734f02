import { OpenAICompatibleChatLanguageModel } from '@ai-sdk/openai-compatible';
import { once } from '../../utils/once';

/**
 * What builds requests and converts whole replies. It sends nothing, and one
 * serves all models: to make it takes longer than to use it.
 */
export const converter = once(() => createConverter(false));

/** The same for servers that take files as parts of tool results. */
export const multiPartConverter = once(() => createConverter(true));

function createConverter(supportsMultiPartToolContent: boolean) {
  return new OpenAICompatibleChatLanguageModel('', {
    provider: 'baseten.chat',
    url: ({ path }) => path,
    supportsStructuredOutputs: true,
    supportsMultiPartToolContent,
  });
}
