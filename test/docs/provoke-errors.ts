import { startLocalBaseten } from '../../local-baseten';
import { captureError } from '../support/capture-error';
import { missingAnswers } from './provocations/missing-answers';
import { refusals } from './provocations/refusals';
import { wrongAnswers } from './provocations/wrong-answers';
import { wrongCalls } from './provocations/wrong-calls';
import { wrongSettings } from './provocations/wrong-settings';

/** Makes every error that the pages know, for real as far as that goes. */
export async function provokeErrors(): Promise<unknown[]> {
  await using local = await startLocalBaseten({ dimensions: 8 });
  const errors: unknown[] = [];

  for (const provoke of [
    ...wrongSettings(local),
    ...wrongCalls(local),
    ...refusals(local),
    ...missingAnswers(local),
    ...wrongAnswers(local),
  ]) {
    local.reset();
    errors.push(await captureError(provoke));
  }
  return errors;
}
