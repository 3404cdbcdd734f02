export type {
  Behave,
  Behaviour,
  ChatQuirk,
  StreamBehaviour,
} from './behaviours';
export { embedText } from './embed-text';
export {
  type LocalBaseten,
  type LocalBasetenOptions,
  startLocalBaseten,
} from './local-baseten-server';
export type { RecordedRequest } from './request-log';
export { scoreText } from './score-text';
export { countTokens } from './split-tokens';
