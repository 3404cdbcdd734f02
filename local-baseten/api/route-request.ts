import type { PromptCache } from '../chat/prompt-cache';
import type { ChatQuirk } from '../quirks/chat-quirks';
import { gatewayError } from '../replies/error-envelopes';
import { type Reply, withHeaders } from '../replies/reply';
import { asRecord } from '../utils/is-record';
import { answerChat } from './answer-chat';
import { answerDecisions } from './answer-decisions';
import { answerEmbeddings, type EmbeddingLimits } from './answer-embeddings';
import { answerDedicatedModels, answerModels } from './answer-models';
import { answerRerank } from './answer-rerank';
import { answerPredictedSpeech, answerSpeech } from './answer-speech';
import { answerTranscription } from './answer-transcription';
import { answerWhisper, isWhisperRequest } from './answer-whisper';
import type { ApiRequest } from './api-request';
import { authorize } from './authorize';

export interface RouteSettings extends EmbeddingLimits {
  readonly apiKey: string;
  readonly promptCache: PromptCache;
}

// A target such as `environments/production` may stand before `/sync`, or
// nothing at all: the bare host.
const DEPLOYMENT =
  /^(?:\/(?:environments\/[^/]+|deployment\/[^/]+|production|development))?(?:\/sync(?<route>\/.*)|\/(?<end>predict|run_remote))$/;

/**
 * The usual reply to a request.
 *
 * @param quirks What a chat reply is to show.
 */
export function routeRequest(
  request: ApiRequest,
  settings: RouteSettings,
  quirks: readonly ChatQuirk[],
): Reply {
  const refusal = authorize(request.headers, settings.apiKey);
  if (refusal !== undefined) return refusal;
  return withHeaders(answer(request, settings, quirks), basetenHeaders());
}

function answer(
  request: ApiRequest,
  settings: RouteSettings,
  quirks: readonly ChatQuirk[],
): Reply {
  const path = request.path.replace(/\?.*$/, '');
  const { route: dedicatedPath, end } = DEPLOYMENT.exec(path)?.groups ?? {};
  const route =
    end !== undefined
      ? `${request.method} ${end}`
      : dedicatedPath === undefined
        ? `${request.method} model-apis ${path}`
        : `${request.method} dedicated ${dedicatedPath}`;
  switch (route) {
    case 'GET model-apis /v1/models':
      return answerModels();
    case 'POST model-apis /v1/chat/completions':
      return answerChat(request, true, settings.promptCache, quirks);
    case 'GET dedicated /v1/models':
      return answerDedicatedModels();
    case 'POST dedicated /v1/chat/completions':
      return answerChat(request, false, settings.promptCache, quirks);
    case 'POST dedicated /v1/embeddings':
      return answerEmbeddings(request.body, settings);
    case 'POST dedicated /v1/audio/transcriptions':
      return answerTranscription(request.body);
    case 'POST dedicated /v1/audio/speech':
      return answerSpeech(request.body);
    case 'POST predict':
    case 'POST run_remote':
      return isWhisperRequest(request.body)
        ? answerWhisper(asRecord(request.body).whisper_input)
        : answerPredictedSpeech(request.body);
    case 'POST dedicated /v1/systemone':
      return answerDecisions(request.body);
    case 'POST dedicated /rerank':
      return answerRerank(request.body, settings);
    default:
      return gatewayError(404, 'Not Found');
  }
}

let requestCount = 0;

/** The headers of a reply that passed the key check. */
export function basetenHeaders(): Record<string, string> {
  requestCount += 1;
  return {
    'x-baseten-accepted-at': String(Date.now()),
    'x-baseten-request-id': requestCount.toString(16).padStart(32, '0'),
    'x-baseten-model-id': 'localmdl',
    'x-baseten-model-version-id': 'localver',
    'x-baseten-model-prediction-attempts': '1',
  };
}
