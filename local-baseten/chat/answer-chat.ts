import { eventsReply, jsonReply, type Reply } from '../api/reply';
import { composeAnswer } from '../mind/compose-answer';
import {
  type ChatQuirk,
  quirkyCompletion,
  quirkyEvents,
} from '../quirks/chat-quirks';
import type { RecordedRequest } from '../server/request-log';
import { completeAnswer } from './completion';
import { wireChunks, wireCompletion } from './completion-wire';
import { parseChatRequest } from './parse-chat-request';
import type { PromptCache } from './prompt-cache';
import { Refusal } from './refusal';

/** `POST .../v1/chat/completions`, streamed or not. */
export function answerChat(
  { body, headers }: RecordedRequest,
  isModelApi: boolean,
  cache: PromptCache,
  quirks: readonly ChatQuirk[],
): Reply {
  try {
    const request = parseChatRequest(body, isModelApi);
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
