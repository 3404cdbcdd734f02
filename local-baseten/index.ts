export {
  type LocalBaseten,
  type LocalBasetenOptions,
  startLocalBaseten,
} from './local-baseten-server';
export { embedText } from './mind/embed-text';
export { scoreText } from './mind/score-text';
export { countTokens } from './mind/split-tokens';
export type {
  Behave,
  Behaviour,
  ChatQuirk,
  StreamBehaviour,
} from './server/behaviours';
export type { RecordedRequest } from './server/request-log';
