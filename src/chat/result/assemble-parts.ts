import type {
  JSONObject,
  JSONValue,
  LanguageModelV4StreamPart,
} from '@ai-sdk/provider';
import type { ChatReply } from '../wire/chat-reply';
import { readText } from '../wire/read-chat-reply';
import { type MessageReader, readMessage } from './read-message';
import { readResponseMetadata } from './response-metadata';
import { createTextParts } from './text-parts';
import type { ToolCallParts } from './tool-call-parts';
import { readLogprobs } from './usage';

/** What a stream has told so far, besides its parts. */
export interface StreamFacts {
  usage: JSONObject | undefined;
  finishReason: string | undefined;
  hasReasoning: boolean;
  hasRefusal: boolean;
  logprobs: JSONValue[];
}

/** Makes the parts of a stream, in the order and with the ids of openai-compatible. */
export interface PartAssembler {
  readonly facts: Readonly<StreamFacts>;
  /** @throws TypeValidationError if a field has a wrong type. */
  add(chunk: ChatReply): void;
  /** Ends the text or reasoning part that is open. */
  endText(): void;
}

export function createPartAssembler(
  emit: (part: LanguageModelV4StreamPart) => void,
  toolCalls: ToolCallParts,
): PartAssembler {
  const text = createTextParts(emit);
  const facts: StreamFacts = {
    usage: undefined,
    finishReason: undefined,
    hasReasoning: false,
    hasRefusal: false,
    logprobs: [],
  };
  let hasMetadata = false;
  const reader: MessageReader = {
    onReasoning: delta => {
      facts.hasReasoning = true;
      text.addReasoning(delta);
    },
    onText: text.addText,
    onRefusal: delta => {
      facts.hasRefusal = true;
      text.addText(delta);
    },
    onToolCalls: deltas => {
      text.endReasoning();
      toolCalls.add(deltas);
    },
  };

  return {
    facts,
    endText: text.end,
    add: ({ json, choice, message, usage }) => {
      if (!hasMetadata && (json.id || json.model || json.created)) {
        hasMetadata = true;
        emit({ type: 'response-metadata', ...readResponseMetadata(json) });
      }
      if (usage !== undefined) {
        facts.usage = usage;
      }
      const reason = readText('finish_reason', choice.finish_reason);
      if (reason !== '') {
        facts.finishReason = reason;
      }
      if (choice.logprobs != null) {
        facts.logprobs.push(...readLogprobs(choice));
      }
      readMessage(message, reader);
    },
  };
}
