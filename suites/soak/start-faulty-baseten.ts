import {
  type Behave,
  type LocalBaseten,
  startLocalBaseten,
} from '../../local-baseten';
import { createRandom } from '../lib/random';
import { DIMENSIONS, FAULTS } from './create-expectations';

/** How often a request with a fault that can pass meets it. */
const FAULT_RATE = 0.5;

export interface FaultyBaseten extends LocalBaseten {
  /** Forgets what it was asked, which would fill its memory. */
  forgetRequests(): void;
}

/** A local Baseten that fails where the texts say so. */
export async function startFaultyBaseten(seed: number): Promise<FaultyBaseten> {
  const server = await startLocalBaseten({
    dimensions: DIMENSIONS,
    recordBodies: false,
    tokenDelayMilliseconds: 2,
  });
  const random = createRandom(seed);
  const behave: Behave = ({ body }) => {
    const text = JSON.stringify(body ?? '');
    const fault = text.includes('fault')
      ? FAULTS.find(name => text.includes(name))
      : undefined;
    if (fault === 'fault400') return { status: 400 };
    if (fault != null && random() < FAULT_RATE) {
      return {
        fault503: { status: 503 },
        fault429: { status: 429 },
        faultcut: { cut: 'in-body' as const },
      }[fault];
    }
    return { delayMilliseconds: 5 + random() * 20 };
  };
  server.behave(behave);
  return Object.assign(server, {
    forgetRequests: () => {
      server.reset();
      server.behave(behave);
    },
  });
}
