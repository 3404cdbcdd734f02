import { afterAll, expect, it, vi } from 'vitest';
import { startLocalBaseten } from '../../local-baseten';
import { judgeMistake } from './judge-mistake';
import { listMistakes } from './mistakes';

const local = await startLocalBaseten();
vi.stubEnv('BASETEN_API_KEY', undefined);
afterAll(async () => {
  vi.unstubAllEnvs();
  await local.close();
});

it.each(listMistakes(local))(
  '$name: the message says what to do',
  async mistake => {
    local.reset();
    const { isRight, message } = await judgeMistake(mistake);

    expect({ isRight, message }).toEqual({ isRight: true, message });
  },
);
