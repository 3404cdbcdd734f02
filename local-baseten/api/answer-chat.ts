import { checkFor } from '../chat/check-parameters';
import { completeAnswer } from '../chat/completion';
import { wireChunks, wireCompletion } from '../chat/completion-wire';
import { parseChatRequest } from '../chat/parse-chat-request';
import type { PromptCache } from '../chat/prompt-cache';
import { Refusal } from '../chat/refusal';
import { composeAnswer } from '../mind/compose-answer';
import {
  type ChatQuirk,
  quirkyCompletion,
  quirkyEvents,
  quirkyRefusal,
} from '../quirks/chat-quirks';
import { eventsReply, jsonReply, type Reply } from '../replies/reply';
import { asRecord } from '../utils/is-record';
import type { ApiRequest } from './api-request';

/** `POST .../v1/chat/completions`, streamed or not. */
export function answerChat(
  { body, headers }: ApiRequest,
  isModelApi: boolean,
  cache: PromptCache,
  quirks: readonly ChatQuirk[],
): Reply {
  try {
    const request = parseChatRequest(body, isModelApi);
    const reason = quirkyRefusal(asRecord(body), quirks);
    checkFor(request.model)(reason === undefined, reason ?? '');
    const prompt = cache.count(request, headers['x-session-affinity']);
    const completion = completeAnswer(composeAnswer(request), request);
    return request.stream
      ? eventsReply(quirkyEvents(wireChunks(completion, prompt), quirks))
      : jsonReply(
          200,
          quirkyCompletion(wireCompletion(completion, prompt), quirks),
        );
  } catch (error) {
    if (error instanceof Refusal) return error.reply;
    throw error;
  }
}
