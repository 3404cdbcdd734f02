import { asRecord, isRecord } from '../utils/is-record';

/** A question of a decision request. */
export interface DecisionQuestion {
  readonly type: 'noul' | 'choice' | 'score';
  readonly instructions: unknown;
  readonly criteria: unknown;
}

/** A validation error in FastAPI's format. */
interface Fault {
  readonly loc: readonly string[];
  readonly msg: string;
  readonly type: string;
}

const MAXIMUM_QUESTIONS = 1024;

/** The validation errors of a decision server for a request's questions. */
export function checkQuestions(questions: unknown): Fault[] {
  const loc = ['body', 'questions'];
  if (!isRecord(questions)) return [fault(loc, 'Field required')];
  const entries = Object.entries(questions);
  if (entries.length === 0 || entries.length > MAXIMUM_QUESTIONS) {
    return [
      fault(
        loc,
        `Dictionary should have 1 to ${MAXIMUM_QUESTIONS} items, not ${entries.length}`,
      ),
    ];
  }
  return entries.flatMap(([id, question]) =>
    id.trim() === ''
      ? [fault(loc, 'Question ids must not be blank')]
      : checkQuestion([...loc, id], asRecord(question)),
  );
}

/** Reads a question that has passed the checks. */
export function readQuestion(question: unknown): DecisionQuestion {
  const { type, instructions, criteria } = asRecord(question);
  return {
    type: type === 'choice' || type === 'score' ? type : 'noul',
    instructions,
    criteria,
  };
}

function checkQuestion(
  loc: string[],
  { type, instructions, criteria }: Record<string, unknown>,
): Fault[] {
  const at = [...loc, 'criteria'];
  switch (type) {
    case 'noul':
      return instructions == null &&
        Object.keys(asRecord(criteria)).length === 0
        ? [fault(loc, 'Instructions or criteria are required')]
        : [];
    case 'choice':
      return checkCount(at, Object.keys(asRecord(criteria)).length, 255);
    case 'score':
      return Array.isArray(criteria)
        ? checkCount(at, criteria.length, 10)
        : [fault(at, 'Input should be a valid list')];
    default:
      return [
        fault([...loc, 'type'], "Input should be 'noul', 'choice' or 'score'"),
      ];
  }
}

function checkCount(loc: string[], count: number, maximum: number): Fault[] {
  return count < 2 || count > maximum
    ? [fault(loc, `Input should have 2 to ${maximum} items, not ${count}`)]
    : [];
}

function fault(loc: string[], msg: string): Fault {
  return { loc, msg, type: 'value_error' };
}
