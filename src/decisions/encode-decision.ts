import type {
  Experimental_DecisionModelV4CallOptions as DecisionModelV4CallOptions,
  Experimental_DecisionModelV4Question as DecisionModelV4Question,
  Experimental_DecisionModelV4StatePart as DecisionModelV4StatePart,
  JSONValue,
} from '@ai-sdk/provider';
import { invalidArgument } from '../errors/invalid-argument';

/** Options of a choice, as Baseten documents them. */
const OPTIONS_PER_CHOICE = { minimum: 2, maximum: 255 };
const LEVELS_PER_SCORE = { minimum: 2, maximum: 10 };

/**
 * Checks a call and writes it as the server takes it.
 *
 * @returns the state, and each question with its id as a JSON text.
 * @throws InvalidArgumentError that names what the server would refuse.
 */
export function encodeCall({
  state,
  questions,
}: Pick<DecisionModelV4CallOptions, 'state' | 'questions'>): {
  state: JSONValue;
  questions: string[];
} {
  const entries = Object.entries(questions);
  if (entries.length === 0) {
    throw invalidArgument(
      'questions',
      'Expected questions to hold at least one question, got none.',
    );
  }
  return {
    state: encodeState(state),
    questions: entries.map(([id, question]) => {
      checkQuestion(id, question);
      return JSON.stringify([id, encodeQuestion(question)]);
    }),
  };
}

/** State and questions of one request. */
export function encodeBody(state: JSONValue, questions: readonly string[]) {
  return {
    state,
    questions: Object.fromEntries(
      questions.map((question): [string, JSONValue] => JSON.parse(question)),
    ),
  };
}

/** One part is sent as it is, several as a list. */
function encodeState(parts: readonly DecisionModelV4StatePart[]): JSONValue {
  const values = parts.map(part => {
    if (part.type === 'file') {
      throw invalidArgument(
        'state',
        'Expected state to hold text and JSON, got a file. Decision models on Baseten read no files: pass its text instead.',
      );
    }
    return part.type === 'text' ? part.text.toWellFormed() : part.value;
  });
  const [first] = values;
  if (first === undefined) {
    throw invalidArgument(
      'state',
      'Expected state to hold at least one part, got none.',
    );
  }
  // The server accepts a string, an object or a list.
  const isTaken =
    typeof first === 'string' || (typeof first === 'object' && first !== null);
  return values.length === 1 && isTaken ? first : values;
}

function checkQuestion(id: string, question: DecisionModelV4Question): void {
  const argument = `questions.${id}`;
  if (id.trim() === '') {
    throw invalidArgument(
      'questions',
      `Expected the id of each question to be a visible text, got ${JSON.stringify(id)}.`,
    );
  }
  if (question.type === 'choice') {
    checkCount(
      argument,
      'options',
      Object.keys(Object(question.criteria)).length,
      OPTIONS_PER_CHOICE,
    );
  } else if (question.type === 'score') {
    checkCount(
      argument,
      'levels',
      Object(question.criteria).length,
      LEVELS_PER_SCORE,
    );
  } else if (question.type !== 'boolean') {
    throw invalidArgument(
      argument,
      `Expected ${argument} to be of type choice, score or boolean, got ${JSON.stringify(question.type)}.`,
    );
  }

  function checkCount(
    argument: string,
    what: string,
    count: number,
    { minimum, maximum }: { minimum: number; maximum: number },
  ) {
    if (!(count >= minimum && count <= maximum)) {
      throw invalidArgument(
        argument,
        `Expected ${argument} to have ${minimum} to ${maximum} ${what}, got ${count}.`,
      );
    }
  }
}

function encodeQuestion(question: DecisionModelV4Question) {
  const { type, instructions } = question;
  const criteria = 'criteria' in question ? question.criteria : undefined;

  return {
    type: type === 'boolean' ? 'noul' : type,
    ...(instructions != null && { instructions }),
    ...(criteria != null && {
      criteria:
        type === 'boolean'
          ? Object.fromEntries(
              Object.entries(criteria).filter(([, value]) => value != null),
            )
          : criteria,
    }),
  };
}
