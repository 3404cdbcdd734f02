import type { LocalBaseten } from '../../../local-baseten';
import { chat, HEADERS, MODEL_ID, type Provocation } from './ask';

/** Statuses that say no, with words and without. */
export function refusals(local: LocalBaseten) {
  const words = (status: number, error: string) => () =>
    chat(local, { status, body: { error } });
  const silence = (status: number) => () => chat(local, { status, body: '' });

  return [
    words(402, 'please check your current payment status'),
    words(404, `The model \`${MODEL_ID}\` does not exist.`),
    words(500, 'Internal Server Error'),
    words(502, 'Error making prediction'),
    silence(404),
    silence(413),
    silence(429),
    silence(503),
    silence(504),
    silence(529),
    () => chat(local, { status: 503, headers: HEADERS }, { maxRetries: 1 }),
  ] satisfies Provocation[];
}
