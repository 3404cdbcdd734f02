import sinon from 'sinon';
import { exercise } from './exercise.mjs';

await exercise({
  fake: () => sinon.useFakeTimers(),
  restore: () => sinon.restore(),
});
