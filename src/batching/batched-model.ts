import type { DeploymentModelConfig } from '../transport/serialize-deployment';
import type { KeptResults } from './kept-results';
import type { BatchResult } from './send-texts';

/** What a call needs to know of a model whose requests are batches. */
export interface BatchedModel<RESULT> {
  modelId: string;
  config: DeploymentModelConfig;
  /** Results of finished batches, for when the AI SDK repeats a failed call. */
  keptResults: KeptResults<BatchResult<RESULT>>;
}
