import type { FetchFunction } from '@ai-sdk/provider-utils';
import type { ModelConfig } from '../settings/baseten-model';
import type { BasetenSessionAffinity } from '../settings/session-affinity';

/** `url` is the prefix of `/chat/completions`, without a trailing slash. */
export interface ChatModelConfig extends ModelConfig {
  fetch?: FetchFunction | undefined;
  sessionAffinity?: BasetenSessionAffinity | undefined;
}

/** What a call needs of its model. */
export interface ChatModel {
  modelId: string;
  config: ChatModelConfig;
}
