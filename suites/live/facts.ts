import type { Fact } from './fact';
import { DECISIONS } from './facts/decisions';
import { DEPLOYMENTS } from './facts/deployments';
import { EMBEDDINGS } from './facts/embeddings';
import { MODELS } from './facts/models';
import { REASONING } from './facts/reasoning';
import { REFUSALS } from './facts/refusals';
import { REPLIES } from './facts/replies';
import { RERANKING } from './facts/reranking';
import { SOUND } from './facts/sound';
import { STREAMS } from './facts/streams';
import { TOOL_CALLS } from './facts/tool-calls';

/** All that is checked, in the order of the table. */
export const FACTS: readonly Fact[] = [
  ...REPLIES,
  ...STREAMS,
  ...REFUSALS,
  ...MODELS,
  ...REASONING,
  ...TOOL_CALLS,
  ...DEPLOYMENTS,
  ...EMBEDDINGS,
  ...RERANKING,
  ...DECISIONS,
  ...SOUND,
];
