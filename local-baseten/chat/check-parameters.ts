import type { ChatMessage } from '../mind/chat-request';
import { flatError, nestedError } from '../replies/error-envelopes';
import type { Reply } from '../replies/reply';
import { findKnownModel } from '../utils/known-models';
import { Refusal } from './refusal';

/**
 * Refuses a request unless something holds.
 *
 * @throws {Refusal} with the message in the model's own envelope.
 */
export type Check = (holds: boolean, message: string) => void;

export function checkFor(model: string): Check {
  return (holds, message) => {
    if (!holds) throw new Refusal(modelError(model, message));
  };
}

export function checkMedia(
  messages: readonly ChatMessage[],
  model: string,
  check: Check,
): void {
  const media = messages.flatMap(message => message.media);
  if (media.length === 0) return;
  check(
    // A dedicated deployment may be of any model.
    findKnownModel(model)?.takesImages ?? true,
    isGlm(model)
      ? 'image_url is not supported'
      : 'This model does not support multimodal (image/video/audio) inputs.',
  );
  for (const { kind, url } of media) {
    check(
      new RegExp(`^(?:https://|data:${kind}/)`, 'i').test(url),
      `${kind}_url must be an https or a data URL`,
    );
  }
}

const RANGES: ReadonlyArray<[name: string, minimum: number, maximum: number]> =
  [
    ['temperature', 0, 4],
    ['top_p', 0, 1],
    ['top_k', -1, Number.MAX_SAFE_INTEGER],
    ['min_p', 0, 1],
    ['n', 1, 1],
    ['best_of', 1, 1],
  ];

/** Fields that Model APIs refuse, and engines of deployments may know. */
const OF_ENGINES = ['n', 'best_of'];

export function checkSampling(
  body: Record<string, unknown>,
  isModelApi: boolean,
  check: Check,
): void {
  for (const [name, minimum, maximum] of RANGES) {
    const value = body[name];
    if (value === undefined || value === null) continue;
    if (!isModelApi && OF_ENGINES.includes(name)) continue;
    check(
      typeof value === 'number' && value >= minimum && value <= maximum,
      `Validation: \`${name}\` must be a number between ${minimum} and ${maximum}`,
    );
  }
  check(
    !isModelApi || body.logprobs !== true,
    'returning log probs is not supported',
  );
}

export function checkReasoningEffort(
  effort: unknown,
  model: string,
  check: Check,
): void {
  if (effort === undefined || effort === null) return;
  const levels = findKnownModel(model)?.reasoning?.onlyLevels;
  check(
    typeof effort === 'string' && (levels?.includes(effort) ?? true),
    `Validation: \`reasoning_effort\` must be one of ${levels?.join(', ') ?? 'the known levels'}`,
  );
}

function modelError(model: string, message: string): Reply {
  return isGlm(model) ? flatError(400, message) : nestedError(400, message);
}

function isGlm(model: string): boolean {
  return /\bGLM-/i.test(model);
}
