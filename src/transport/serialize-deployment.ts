import type { ModelConfig } from '../settings/baseten-model';
import type { OnProgress } from '../settings/baseten-progress';
import { deserializeModel, serializeModel } from '../settings/serialize-model';
import type { TransportSettings } from './choose-transport';

/** The configuration of a model of a deployment; `url` is its `/sync` root. */
export interface DeploymentModelConfig extends ModelConfig, TransportSettings {
  onProgress?: OnProgress | undefined;
}

/** Writes a model of a dedicated deployment as JSON, without secrets. */
export function serializeDeploymentModel(
  modelId: string,
  { url, credentials, performanceClient }: DeploymentModelConfig,
) {
  return serializeModel({
    modelId,
    url,
    credentials,
    mayUseNative: performanceClient !== false,
  });
}

/** Reads what {@link serializeDeploymentModel} wrote. */
export function deserializeDeploymentModel(serialized: {
  modelId: string;
  config: unknown;
}): DeploymentModelConfig & { modelId: string } {
  const { mayUseNative, ...state } = deserializeModel(serialized);
  return { ...state, performanceClient: mayUseNative };
}
