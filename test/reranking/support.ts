import type { LocalBaseten } from '../../local-baseten';
import { createBaseten } from '../../src';
import type { TRANSPORTS } from '../support/create-embedding-model';
import { PerformanceClient } from '../support/native-client';

export const QUERY = 'a sunny day at the beach';
export const WORDS = [
  'sunny',
  'beach',
  'day',
  'snow',
  'tyre',
  'mountain',
  'sea',
];

export function createDocuments(count: number): string[] {
  return Array.from(
    { length: count },
    (_, index) =>
      `${WORDS[index % 7]} ${WORDS[(index * 3 + 1) % 5]} number ${index}`,
  );
}

export function createModel(
  { modelURL, apiKey }: LocalBaseten,
  transport: (typeof TRANSPORTS)[number],
) {
  return createBaseten({
    modelURL,
    apiKey,
    // Calls of one batch use it only where it is passed.
    performanceClient: transport === 'native' ? PerformanceClient : false,
  }).rerankingModel();
}
