import type {
  InvalidResponseDataError,
  LanguageModelV4StreamPart,
} from '@ai-sdk/provider';
import { generateId, isParsableJson } from '@ai-sdk/provider-utils';
import { createNamelessError } from '../../errors/invalid-reply';
import { createRepeatFinder, repeatsAllCalls } from './find-repeats';
import { createToolCallMerger } from './merge-tool-calls';
import type { ToolCall } from './tool-call';
import type { ToolCallDelta } from './tool-call-delta';
import { cleanToolName, type ToolNames } from './tool-names';

/** The parts of a stream's tool calls. */
export interface ToolCallParts {
  /** Adds the deltas of one chunk. */
  add(deltas: readonly ToolCallDelta[]): void;
  hasCalls(): boolean;
  /** Whether the input of a call is incomplete. */
  hasHalfCall(): boolean;
  /** The error for a call that has no name, if there is one. */
  findNameless(): InvalidResponseDataError | undefined;
  /** Ends the parts of all calls, and emits the calls if the answer is complete. */
  end(isWhole: boolean): void;
}

export function createToolCallParts({
  emit,
  tools,
  toUniqueId,
}: {
  emit: (part: LanguageModelV4StreamPart) => void;
  tools: ToolNames;
  toUniqueId: (id: string) => string;
}): ToolCallParts {
  const merger = createToolCallMerger(tools);
  let chunks = 0;

  /** A call begins when its name is complete, which its arguments show. */
  const begin = (call: ToolCall): string => {
    const id = toUniqueId(call.wireId ?? generateId());
    call.partId = id;
    call.name = cleanToolName(call.name, tools);
    emit({ type: 'tool-input-start', id, toolName: call.name });
    emit({ type: 'tool-input-delta', id, delta: call.input });
    return id;
  };

  const end = (call: ToolCall, isWhole: boolean) => {
    if (call.partId === undefined && !isWhole) {
      return;
    }
    if (!call.hasInput) {
      call.input = '{}';
    }
    const id = call.partId ?? begin(call);
    emit({ type: 'tool-input-end', id });
    if (isWhole) {
      emit({
        type: 'tool-call',
        toolCallId: id,
        toolName: call.name,
        input: call.input,
        ...(call.extension && {
          providerMetadata: { baseten: call.extension },
        }),
      });
    }
  };

  const addDelta = (delta: ToolCallDelta) => {
    const call = merger.add(delta, chunks);
    if (call.partId !== undefined) {
      if (delta.piece !== '') {
        const { partId: id } = call;
        emit({ type: 'tool-input-delta', id, delta: delta.piece });
      }
    } else if (
      call.name !== '' &&
      call.hasInput &&
      call.unclearId === undefined &&
      !call.mayBeRepeat
    ) {
      begin(call);
    }
  };

  return {
    add: deltas => {
      chunks += 1;
      if (merger.calls.length === 0 || !repeatsAllCalls(merger.calls, deltas)) {
        deltas.forEach(addDelta);
      }
    },
    hasCalls: () => merger.calls.some(isCall),
    hasHalfCall: () =>
      merger.calls.some(call => call.hasInput && !isParsableJson(call.input)),
    findNameless: () => {
      const nameless = merger.calls.find(
        call =>
          call.name === '' && (call.hasInput || call.extension !== undefined),
      );
      return (
        nameless && createNamelessError(nameless.extension ?? nameless.input)
      );
    },
    end: isWhole => {
      const isRepeat = createRepeatFinder(merger.calls, merger.hasOwnIndexes());
      for (const call of merger.calls.filter(isCall)) {
        if (!isRepeat(call)) {
          end(call, isWhole);
        }
      }
    },
  };
}

/** Whether a call consists of more than an id. */
function isCall({ name, hasInput }: ToolCall): boolean {
  return name !== '' || hasInput;
}
