export {
  type BasetenProviderV3 as BasetenProvider,
  basetenV3 as baseten,
  createBasetenV3 as createBaseten,
} from './adapters/baseten-provider-v3';
// The names above take precedence over those of the main entry.
export type * from './index';
export { VERSION } from './version';
