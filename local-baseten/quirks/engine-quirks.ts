import {
  asSecond,
  breakOffCall,
  breakOffWith,
  fuseThinking,
  insert,
  KEEP_ALIVES,
  messageForDelta,
  nullChoices,
  objectArguments,
  onChunks,
  repeatCalls,
  withoutEmptyChoices,
  withSecondChoice,
} from './event-quirks';
import {
  countReasoningAtTop,
  finishWith,
  fuseReplyThinking,
  onChoices,
  onFunctions,
  onMessages,
  onToolCalls,
  renameReasoning,
} from './field-quirks';
import { both, type Quirk } from './quirk';
import { refuseThinkingSwitch, refuseToolMedia } from './request-quirks';

const BAD_GATEWAY =
  '<html>\n<head><title>502 Bad Gateway</title></head>\n</html>';

/**
 * Faults and dialects that public reports tell of engines which deployments
 * run: vLLM, SGLang, Dynamo and gateways before them. None is recorded.
 */
export const ENGINE_QUIRKS = {
  /** Calls without arguments have `""` for them. */
  'empty-arguments': both(
    onFunctions(called =>
      called.arguments === '{}' ? { ...called, arguments: '' } : called,
    ),
  ),
  /** Calls of any tool have `""` for arguments. */
  'without-arguments': both(
    onFunctions(called => ({ ...called, arguments: '' })),
  ),
  /** Calls have no id. */
  'no-tool-call-id': both(onToolCalls(({ id: _, ...call }) => call)),
  /** Streams: the last chunk has every call once more, whole. */
  'tool-call-sent-again': { events: repeatCalls },
  /** Arguments are an object. */
  'object-arguments': {
    events: objectArguments,
    reply: onFunctions(called => ({
      ...called,
      arguments: JSON.parse(String(called.arguments)),
    })),
  },
  /** Streams: all calls have index 0. Reported of Dynamo and parsers of vLLM. */
  'index-zero': {
    events: onChunks(onToolCalls(call => ({ ...call, index: 0 }))),
  },
  /** A marker of gpt-oss' channels follows the name. Reported. */
  'channel-marker-in-name': both(
    onFunctions(called =>
      called.name
        ? { ...called, name: `${called.name}<|channel|>commentary` }
        : called,
    ),
  ),
  /** Calls have a field beyond OpenAI's, to be sent back. Seen at Google. */
  'extra-content': both(
    onToolCalls(call => ({
      ...call,
      extra_content: { google: { thought_signature: 'c2lnbmVk' } },
    })),
  ),
  /** The finish reason is `""`, on every chunk of a stream. Reported. */
  'empty-finish-reason': both(
    onChoices(choice => ({ ...choice, finish_reason: '' })),
  ),
  /** The server aborts the answer, and says so. Reported of vLLM. */
  'finish-abort': both(finishWith('abort')),
  /** The server fails, and says no more. Reported of SGLang. */
  'finish-error': both(finishWith('error')),
  /** The context is full. Reported. */
  'context-window-exceeded': both(finishWith('model_context_window_exceeded')),
  /** Streams: `choices` of the chunk with the usage is `null`. Reported. */
  'null-choices': { chunk: nullChoices },
  /** Streams: the chunk with the usage has no `choices`. Reported. */
  'no-choices': { chunk: withoutEmptyChoices },
  /** Streams: `message` in the place of `delta`. Reported. */
  'message-for-delta': { chunk: messageForDelta },
  /** The reasoning is in `reasoning`, beside an empty field. Reported. */
  'reasoning-beside-empty': both(onMessages(renameReasoning)),
  /** The reasoning is text between tags: servers without a parser for it. */
  'fused-thinking': {
    events: fuseThinking,
    reply: onMessages(fuseReplyThinking),
  },
  /** A second choice comes before the first, as with `n` above 1. */
  'second-choice': {
    events: all => all.flatMap(withSecondChoice),
    reply: reply => ({
      ...reply,
      choices: [asSecond(reply), reply].flatMap(({ choices }) => choices),
    }),
  },
  /** Log probabilities are there: OpenAI's format, of engines that have them. */
  logprobs: both(
    onChoices(choice => ({
      ...choice,
      logprobs: {
        content: [{ token: 'One', logprob: -0.25, top_logprobs: [] }],
      },
    })),
  ),
  /** Reasoning tokens are counted at the top of the usage. Reported. */
  'reasoning-tokens-at-top': both(countReasoningAtTop),
  /** An error is beside the choices. Reported, as is the next. */
  'error-beside-choices': {
    events: insert({ choices: [], error: { message: 'out of memory' } }),
    reply: reply => ({ ...reply, error: { message: 'out of memory' } }),
  },
  /** An error is inside the choice. */
  'error-in-choice': {
    events: insert({
      choices: [{ index: 0, delta: {}, error: { message: 'out of memory' } }],
    }),
    reply: onChoices(choice => ({
      ...choice,
      error: { message: 'out of memory' },
    })),
  },
  /** Streams: comments, empty data and pings between the events. Reported. */
  'keep-alives': { events: insert(...KEEP_ALIVES) },
  /** Streams: half-way an overload without a code. Reported. */
  'overloaded-in-stream': {
    events: insert({
      type: 'error',
      error: { type: 'overloaded_error', message: 'Overloaded' },
    }),
  },
  /** Streams: `[DONE]` in the middle of the last call's arguments. Reported. */
  'half-call-then-done': { events: breakOffCall },
  /** Streams: half-way JSON that is no event, then `[DONE]`. Reported. */
  'stray-json': { events: breakOffWith('{"error":{"message":"gone"}}') },
  /** Streams: the same with the HTML of a proxy. */
  'stray-html': { events: breakOffWith(BAD_GATEWAY) },
  /** Streams: the same with plain text. */
  'stray-text': { events: breakOffWith('upstream connect error') },
  /** Results of tools must be text. Chat templates that know nothing else. */
  'text-tool-results': { refuse: refuseToolMedia },
  /** `enable_thinking: false` is refused. Reported of GLM-5.2. */
  'no-thinking-switch': { refuse: refuseThinkingSwitch },
} satisfies Record<string, Quirk>;
