import type { Credentials } from '../settings/credentials';
import { deserializeModel, serializeModel } from '../settings/serialize-model';
import { createDeployment, type Deployment } from './deployment';

/** The configuration of a model of a dedicated deployment. */
export interface DeploymentModelConfig {
  credentials: Credentials;
  deployment: Deployment;
}

/** Writes a model of a dedicated deployment as JSON, without secrets. */
export function serializeDeploymentModel(
  modelId: string,
  { credentials, deployment: { settings } }: DeploymentModelConfig,
) {
  return serializeModel({
    modelId,
    credentials,
    url: settings.syncURL,
    mayUseNative: settings.performanceClient !== false,
  });
}

/** Reads what {@link serializeDeploymentModel} wrote. */
export function deserializeDeploymentModel(serialized: {
  modelId: string;
  config: unknown;
}): DeploymentModelConfig & { modelId: string } {
  const { modelId, url, credentials, mayUseNative } =
    deserializeModel(serialized);

  return {
    modelId,
    credentials,
    deployment: createDeployment({
      syncURL: url,
      performanceClient: mayUseNative,
    }),
  };
}
