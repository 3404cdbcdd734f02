import type {
  Experimental_DecisionModelV4Answer as DecisionModelV4Answer,
  Experimental_DecisionModelV4Question as DecisionModelV4Question,
  JSONObject,
} from '@ai-sdk/provider';
import { describe, invalidReply } from '../errors/invalid-reply';
import { asObject, type JsonObject } from '../utils/json-object';

/** The answers of one reply. */
export interface DecodedAnswers {
  answers: Array<[id: string, answer: DecisionModelV4Answer]>;
  confidence: Array<[id: string, confidence: number]>;
  legend: Array<[id: string, legend: JSONObject]>;
  modelId: string | undefined;
  usage: { inputTokens?: number; outputTokens?: number };
  body: unknown;
}

/**
 * Reads a reply to a batch of questions. Sums and means are the AI SDK's to
 * check, since they depend on how the server rounds.
 *
 * @throws InvalidResponseDataError unless each question has one answer of its
 * type, in its range and over its options.
 */
export function decodeAnswers(
  reply: unknown,
  {
    batch,
    questions,
  }: {
    batch: readonly string[];
    questions: Readonly<Record<string, DecisionModelV4Question>>;
  },
): DecodedAnswers {
  const { model, usage, ...body } = asObject(reply);
  const answers = new Map(Object.entries(asObject(body.answers)));
  const ids = batch.map((question): string => JSON.parse(question)[0]);
  const missing = ids.find(id => !answers.has(id));
  if (missing !== undefined || answers.size !== ids.length) {
    throw invalidReply(
      'one answer for each question',
      missing === undefined
        ? `${answers.size} for ${ids.length}`
        : `none for ${JSON.stringify(missing)}`,
    );
  }

  const raw = ids.map((id): [string, JsonObject] => [
    id,
    asObject(answers.get(id)),
  ]);
  return {
    answers: raw.map(([id, answer]) => [
      id,
      decodeAnswer(id, answer, questions[id]),
    ]),
    confidence: raw.flatMap(([id, { confidence }]) =>
      typeof confidence === 'number' ? [[id, confidence]] : [],
    ),
    legend: raw.flatMap(([id, { legend }]) =>
      isJsonObject(legend) ? [[id, legend]] : [],
    ),
    modelId: typeof model === 'string' ? model : undefined,
    usage: {
      inputTokens: toCount(asObject(usage).input_tokens),
      outputTokens: toCount(asObject(usage).output_tokens),
    },
    body: reply,
  };
}

function decodeAnswer(
  id: string,
  answer: JsonObject,
  question: DecisionModelV4Question | undefined,
): DecisionModelV4Answer {
  const name = JSON.stringify(id);
  const inRange = (what: string, value: unknown, maximum: number): number => {
    if (typeof value === 'number' && value >= 0 && value <= maximum) {
      return value;
    }
    throw invalidReply(
      `${what} of ${name} to be a number from 0 to ${maximum}`,
      describe(value),
    );
  };
  const distribution = (keys: string[]) => {
    if (answer.probabilities == null) {
      return {};
    }
    const given = new Map(Object.entries(asObject(answer.probabilities)));
    if (given.size !== keys.length || !keys.every(key => given.has(key))) {
      throw invalidReply(
        `a probability of ${name} for each of its ${keys.length} options`,
        `${given.size} of them or others`,
      );
    }
    return {
      probabilities: Object.fromEntries(
        keys.map(key => [key, inRange('a probability', given.get(key), 1)]),
      ),
    };
  };
  const wireType = question?.type === 'boolean' ? 'noul' : question?.type;
  if (answer.type !== wireType) {
    throw invalidReply(
      `an answer of type ${wireType} to ${name}`,
      describe(answer.type),
    );
  }

  switch (question?.type) {
    case 'choice': {
      const options = Object.keys(question.criteria);
      const choice = options.find(option => option === answer.choice);
      if (choice === undefined) {
        throw invalidReply(
          `the choice of ${name} to be one of its options`,
          describe(answer.choice),
        );
      }
      return { type: 'choice', choice, ...distribution(options) };
    }
    case 'score':
      return {
        type: 'score',
        score: inRange('the score', answer.score, question.criteria.length - 1),
        ...distribution(question.criteria.map((_, index) => `${index}`)),
      };
    default:
      return {
        type: 'boolean',
        probability: inRange('the probability', answer.noul, 1),
      };
  }
}

function toCount(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 0 ? value : undefined;
}

function isJsonObject(value: unknown): value is JSONObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
