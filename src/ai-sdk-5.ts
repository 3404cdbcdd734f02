export {
  type BasetenProviderV2 as BasetenProvider,
  basetenV2 as baseten,
  createBasetenV2 as createBaseten,
} from './adapters/baseten-provider-v2';
// The names above take precedence over those of the main entry.
export type * from './index';
export { VERSION } from './version';
