import type {
  JSONObject,
  JSONValue,
  LanguageModelV4StreamPart,
} from '@ai-sdk/provider';
import { createLanguageModelResponseMetadata } from '@ai-sdk/provider-utils';
import type { ChatReply } from '../wire/chat-reply';
import { invalidType, readText } from '../wire/read-chat-reply';
import { readContent } from './read-content';
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

  const onText = text.addText;
  const onReasoning = (delta: string) => {
    facts.hasReasoning = true;
    text.addReasoning(delta);
  };
  const content = { onText, onReasoning };

  const addMessage = (chunk: ChatReply) => {
    const { message } = chunk;
    const reasoning = readText(
      chunk,
      'reasoning_content',
      message.reasoning_content,
    );
    if (reasoning !== '') {
      onReasoning(reasoning);
    }
    readContent(chunk, content);
    // Some servers send `false` where there is no refusal.
    if (typeof message.refusal === 'string' && message.refusal !== '') {
      facts.hasRefusal = true;
      onText(message.refusal);
    }
    const { tool_calls: deltas } = message;
    if (deltas == null) {
      return;
    }
    if (!Array.isArray(deltas)) {
      throw invalidType(chunk.json, 'tool_calls', 'a list', deltas);
    }
    if (deltas.length > 0) {
      text.endReasoning();
      toolCalls.add(chunk, deltas);
    }
  };

  return {
    facts,
    endText: text.end,
    add: chunk => {
      const { json, choice, usage } = chunk;
      if (!hasMetadata && (json.id || json.model || json.created)) {
        hasMetadata = true;
        emit({ type: 'response-metadata', ...readMetadata(json) });
      }
      if (usage !== undefined) {
        facts.usage = usage;
      }
      const reason = readText(chunk, 'finish_reason', choice.finish_reason);
      if (reason !== '') {
        facts.finishReason = reason;
      }
      if (choice.logprobs != null) {
        facts.logprobs.push(...readLogprobs(choice));
      }
      addMessage(chunk);
    },
  };
}

function readMetadata({ id, model, created }: JSONObject) {
  return createLanguageModelResponseMetadata({
    id: typeof id === 'string' ? id : undefined,
    model: typeof model === 'string' ? model : undefined,
    // Some servers send 0 for an unknown time.
    created: typeof created === 'number' && created > 0 ? created : undefined,
  });
}
