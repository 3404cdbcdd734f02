import { tool } from 'ai';
import { z } from 'zod/v4';
import { evaluateExpression } from './evaluate-expression';

/** The functions that the model may call. */
export const tools = {
  weather: tool({
    description: 'Get the weather in a city',
    inputSchema: z.object({
      city: z.string().describe('Name of the city'),
    }),
    execute: async ({ city }) => inventWeather(city),
  }),

  calculator: tool({
    description: 'Calculate the value of an arithmetic expression',
    inputSchema: z.object({
      expression: z.string().describe('For example 2 * (3 + 4)'),
    }),
    execute: async ({ expression }) => ({
      result: evaluateExpression(expression),
    }),
  }),
};

const SKIES = ['sunny', 'cloudy', 'rainy', 'windy'];

/** Stands in for a weather service: made up, but the same for a city. */
function inventWeather(city: string) {
  const seed = [...city].reduce(
    (sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973,
    0,
  );
  return { city, celsius: 8 + (seed % 20), sky: SKIES[seed % SKIES.length] };
}
