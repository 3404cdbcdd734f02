import type { BasetenAvailableModels } from '../catalogue/available-model';

/** The same list for an older AI SDK, whose models are of another version. */
export function toAvailableModels(
  { models }: BasetenAvailableModels,
  specificationVersion: 'v2' | 'v3',
): BasetenAvailableModels {
  return {
    models: models.map(({ specification, ...model }) => ({
      ...model,
      specification: specification && {
        ...specification,
        specificationVersion,
      },
    })),
  };
}
