import type { DecodedAnswers } from './decode-answers';

/**
 * Known servers round to two or four places. Numbers never show more places
 * than they were rounded to, but may show fewer: 0.5 may have been 0.5000.
 */
const FEWEST_DECIMALS = 1;
/** The AI SDK accepts no more, and a number with more was not rounded. */
const MOST_DECIMALS = 15;

/** Merges the answers of all requests. */
export function mergeAnswers(replies: readonly DecodedAnswers[]) {
  const answers = replies.flatMap(reply => reply.answers);
  const numbers = answers.flatMap(([, answer]) =>
    answer.type === 'choice' || answer.type === 'score'
      ? Object.values(answer.probabilities ?? {})
      : [],
  );
  const scores = answers.flatMap(([, answer]) =>
    answer.type === 'score' ? [answer.score] : [],
  );
  const confidence = replies.flatMap(reply => reply.confidence);
  const legend = replies.flatMap(reply => reply.legend);

  return {
    answers: Object.fromEntries(answers),
    rounding: {
      probabilityDecimals: countDecimals(numbers),
      scoreDecimals: countDecimals(scores),
    },
    usage: {
      inputTokens: sum(replies.map(({ usage }) => usage.inputTokens)),
      outputTokens: sum(replies.map(({ usage }) => usage.outputTokens)),
    },
    response: {
      modelId: replies[0]?.modelId,
      body: replies.length === 1 ? replies[0]?.body : undefined,
    },
    providerMetadata: {
      ...(confidence.length > 0 && {
        confidence: Object.fromEntries(confidence),
      }),
      ...(legend.length > 0 && { legend: Object.fromEntries(legend) }),
    },
  };
}

/** Number of decimals that a reply's numbers were rounded to, if any. */
function countDecimals(numbers: readonly number[]): number | undefined {
  const decimals = numbers.map(number => {
    const [digits = '', exponent = '0'] = `${number}`.split('e');
    return (digits.split('.')[1]?.length ?? 0) - Number(exponent);
  });
  const most = Math.max(FEWEST_DECIMALS, ...decimals);
  return numbers.length > 0 && most <= MOST_DECIMALS ? most : undefined;
}

function sum(counts: ReadonlyArray<number | undefined>): number | undefined {
  // If one request's count is missing, the sum would be wrong.
  return counts.reduce<number | undefined>(
    (total, count) =>
      total === undefined || count === undefined ? undefined : total + count,
    0,
  );
}
