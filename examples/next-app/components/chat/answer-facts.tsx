import type { ChatMessage } from '@/lib/chat-message';
import { formatCost } from '@/lib/cost';
import { findModel } from '@/lib/models';
import { RUNTIME_NAMES } from './settings/runtime-switch';

/** Who answered, where, and what it took. */
export function AnswerFacts({
  message: { metadata },
}: {
  message: ChatMessage;
}) {
  if (metadata === undefined) return <p className="facts">Not complete</p>;
  const { modelId, runtime, usage } = metadata;
  const model = findModel(modelId);

  return (
    <p className="facts">
      {[
        model?.name ?? modelId,
        RUNTIME_NAMES[runtime],
        `${(usage.input + usage.output).toLocaleString('en')} tokens`,
        ...(model ? [formatCost(model, usage)] : []),
      ].join(' · ')}
    </p>
  );
}
