import { scoreText } from '../mind/score-text';
import { countTokens } from '../mind/split-tokens';
import { round, weighOptions } from '../mind/weigh-options';
import { jsonReply, type Reply } from '../replies/reply';
import { asRecord, isRecord } from '../utils/is-record';
import {
  checkQuestions,
  type DecisionQuestion,
  readQuestion,
} from './check-questions';

// Baseten's servers round to two places or to four.
const DECIMALS = 4;

/** `POST <sync>/v1/systemone` as Baseten's decision servers answer it. */
export function answerDecisions(body: unknown): Reply {
  if (!isRecord(body)) return invalid(['body'], 'Input should be an object');
  const { state, model } = body;
  if (typeof state !== 'string' && !(state instanceof Object)) {
    return invalid(
      ['body', 'state'],
      'Input should be a string, an object or a list',
    );
  }
  const faults = checkQuestions(body.questions);
  if (faults.length > 0) return jsonReply(422, { detail: faults });

  const text = textOf(state);
  const entries = Object.entries(asRecord(body.questions));
  return jsonReply(200, {
    model: model ?? 'local-decisions',
    answers: Object.fromEntries(
      entries.map(([id, question]) => [
        id,
        decide(text, readQuestion(question)),
      ]),
    ),
    usage: {
      input_tokens: countTokens(text) + countTokens(textOf(body.questions)),
      output_tokens: entries.length,
    },
  });
}

function decide(
  state: string,
  { type, instructions, criteria }: DecisionQuestion,
) {
  if (type === 'noul') {
    const { true: yes, false: no } = asRecord(criteria);
    const wanted = `${textOf(instructions)} ${textOf(yes)}`;
    const noul =
      no == null
        ? scoreText(wanted, state)
        : weighOptions(state, [wanted, textOf(no)], DECIMALS)[0];
    return { type, noul: round(noul ?? 0, DECIMALS) };
  }
  const names = Array.isArray(criteria)
    ? criteria.map((_, index) => `${index}`)
    : Object.keys(asRecord(criteria));
  const texts = Array.isArray(criteria)
    ? criteria.map(textOf)
    : Object.entries(asRecord(criteria)).map(
        ([name, text]) => `${name} ${textOf(text)}`,
      );
  const weights = weighOptions(state, texts, DECIMALS);
  const probabilities = Object.fromEntries(
    names.map((name, index) => [name, weights[index]]),
  );
  const highest = Math.max(...weights);
  const confidence = round(
    (highest - 1 / weights.length) / (1 - 1 / weights.length),
    DECIMALS,
  );
  return type === 'choice'
    ? {
        type,
        choice: names[weights.indexOf(highest)],
        confidence,
        probabilities,
      }
    : {
        type,
        score: round(
          weights.reduce((sum, weight, index) => sum + index * weight, 0),
          DECIMALS,
        ),
        confidence,
        legend: Object.fromEntries(
          names.map((name, index) => [name, texts[index]]),
        ),
        probabilities,
      };
}

function invalid(loc: string[], msg: string): Reply {
  return jsonReply(422, { detail: [{ loc, msg, type: 'value_error' }] });
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? '');
}
