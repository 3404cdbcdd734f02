import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import { explainFailure } from '../../errors/explain-failure';
import { isDeploymentPrefix } from '../../settings/parse-model-url';
import { createAffinityHeader } from '../../settings/session-affinity';
import type { ChatModel } from '../chat-model';
import { toolNamesOf } from '../result/tool-names';
import { createUniqueIds } from '../result/unique-ids';
import { prepareChatRequest } from './prepare-chat-request';

/** What is sent and where to, and what reading the reply and its errors depends on. */
export async function prepareCall(
  { modelId, config }: ChatModel,
  options: LanguageModelV4CallOptions,
) {
  const { url, fetch, credentials, sessionAffinity } = config;
  // All headers go with the call: merging would lose one of two user agents.
  const { headers, keySource } = await credentials.createHeaders(
    options.headers,
  );
  const request = prepareChatRequest(options, {
    modelId,
    isDedicated: isDeploymentPrefix(url),
  });
  const affinity = createAffinityHeader(sessionAffinity, {
    ...options,
    modelId,
  });
  return {
    ...request,
    target: {
      url: `${url}/chat/completions`,
      headers: { ...affinity, ...headers },
      fetch,
      abortSignal: options.abortSignal,
    },
    explain: (error: unknown) =>
      explainFailure(error, { headers, keySource, modelId }),
    toUniqueId: createUniqueIds(options.prompt),
    tools: toolNamesOf(options.tools),
  };
}
