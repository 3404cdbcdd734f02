import type { JsonSchema } from './chat-request';

/**
 * The first of `candidates` that a number schema allows, with its place in
 * `used`, otherwise a small number that it allows.
 */
export function generateNumber(
  schema: JsonSchema,
  candidates: readonly number[],
): { value: number; used?: number } {
  const used = candidates.findIndex(number => isAllowed(number, schema));
  const value = candidates[used];
  if (value !== undefined) return { value, used };
  const usual = usualNumbers(schema);
  return { value: usual.find(number => isAllowed(number, schema)) ?? 1 };
}

function isAllowed(value: number, schema: JsonSchema): boolean {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  const step = stepOf(schema);
  return (
    !(typeof minimum === 'number' && value < minimum) &&
    !(typeof maximum === 'number' && value > maximum) &&
    !(typeof exclusiveMinimum === 'number' && value <= exclusiveMinimum) &&
    !(typeof exclusiveMaximum === 'number' && value >= exclusiveMaximum) &&
    (step === undefined || Number.isInteger(value / step))
  );
}

/** Numbers at and near the limits, in the middle, and the first few. */
function usualNumbers(schema: JsonSchema): number[] {
  const step = stepOf(schema);
  const lower = schema.minimum ?? schema.exclusiveMinimum;
  const upper = schema.maximum ?? schema.exclusiveMaximum;
  const middle =
    typeof lower === 'number' && typeof upper === 'number'
      ? [(lower + upper) / 2]
      : [];
  const near = [lower, upper, ...middle]
    .filter(limit => typeof limit === 'number')
    .flatMap(limit => [limit, limit + (step ?? 1), limit - (step ?? 1)]);
  const usual = [1, 0, ...near];
  return step === undefined
    ? usual
    : usual.flatMap(number => [
        Math.ceil(number / step) * step,
        Math.floor(number / step) * step,
      ]);
}

function stepOf({ type, multipleOf }: JsonSchema): number | undefined {
  if (typeof multipleOf === 'number') return multipleOf;
  return type === 'integer' ? 1 : undefined;
}
