import { INSPECT } from '../utils/inspect';
import type { Credentials } from './credentials';

/** What every model is made of. */
export interface ModelConfig {
  /** Where its requests go, or the root below which they do. */
  url: string;
  credentials: Credentials;
}

/** What all models have in common: id, configuration, and how they print. */
export abstract class BasetenModel<CONFIG extends ModelConfig> {
  abstract readonly provider: string;

  constructor(
    readonly modelId: string,
    protected readonly config: CONFIG,
  ) {}

  /** What printing and logging a model shows. */
  toJSON() {
    const { provider, modelId, config } = this;
    return { provider, modelId, url: config.url };
  }

  [INSPECT]() {
    return this.toJSON();
  }
}
