import { setTimeout } from 'node:timers/promises';
import type { LocalBaseten } from '../../local-baseten';
import { type Call, callIsolate } from './call-isolate';
import type { Isolate, IsolateKind } from './isolate';

/** Something that happens to the handlers of one isolate. */
export interface Scenario {
  name: string;
  /** Whether it can be shown there. Default: everywhere. */
  isFor?: (kind: IsolateKind) => boolean;
  /** @returns what came of each request: `undefined` or an error. */
  play: (isolate: Isolate, server: LocalBaseten) => Promise<unknown[]>;
}

export const SCENARIOS: Scenario[] = [
  ...[2, 10, 50, 200].map(count => atOnce(count, { path: '/embed' })),
  ...[2, 10, 50].map(count => atOnce(count, { path: '/embed', texts: 1500 })),
  atOnce(50, { path: '/rerank', texts: 200 }),
  atOnce(50, { path: '/chat' }),
  sustained({ perSecond: 100, seconds: 6 }),

  clientsGoAway({ path: '/embed' }),
  clientsGoAway({ path: '/embed', texts: 1500 }),
  clientsGoAway({ path: '/embed', passesSignal: true }),
  clientsGoAway({ path: '/embed', texts: 1500, passesSignal: true }),
  chatClientsGoAway('when it writes'),
  chatClientsGoAway('before it replies'),

  handlerReturns({ reply: 'before' }),
  handlerReturns({ reply: 'abandoned' }),
];

/** Takes more than ten seconds to say, and fits into a URL. */
const LONG_TEXT = Array(1000).fill('word').join(' ');

/** Calls that come later, one by one: whatever happened, they are answered. */
export const LATER_CALLS: Call[] = [
  ...Array.from(
    { length: 8 },
    (_, index): Call => ({
      path: '/embed',
      name: `later ${index}`,
    }),
  ),
  { path: '/embed', name: 'later many', texts: 1500 },
  { path: '/rerank', name: 'later', texts: 10 },
  { path: '/chat', name: 'later' },
];

function atOnce(count: number, call: Omit<Call, 'name'>): Scenario {
  return {
    name: `${count} at once: ${describe(call)}`,
    play: ({ origin }) =>
      settle(count, index =>
        callIsolate(origin, { ...call, name: `n${index}` }),
      ),
  };
}

function sustained({
  perSecond,
  seconds,
}: {
  perSecond: number;
  seconds: number;
}): Scenario {
  return {
    name: `${perSecond} a second for ${seconds} s: ${describe({ path: '/embed' })}`,
    play: ({ origin }) =>
      settle(perSecond * seconds, async index => {
        await setTimeout((index * 1000) / perSecond);
        await callIsolate(origin, { path: '/embed', name: `n${index}` });
      }),
  };
}

function clientsGoAway(call: Omit<Call, 'name'>): Scenario {
  return {
    name: `30 clients go away: ${describe(call)}${call.passesSignal ? ', signal passed on' : ''}`,
    isFor: ({ noticesClients }) =>
      noticesClients !== 'never' || !call.passesSignal,
    play: ({ origin }) =>
      settle(30, async index => {
        const client = new AbortController();
        const called = callIsolate(
          origin,
          { ...call, name: `slow ${index}` },
          client.signal,
        ).catch(error => {
          if (!client.signal.aborted) throw error;
        });
        const goesAway = setTimeout(100 + index * 10).then(() =>
          client.abort(),
        );
        await Promise.all([called, goesAway]);
      }),
  };
}

/** The model would go on and be paid for. */
function chatClientsGoAway(
  when: 'before it replies' | 'when it writes',
): Scenario {
  return {
    name: `30 clients go away ${when === 'when it writes' ? 'in' : 'before'} the answer: chat, upstream request cancelled`,
    isFor: ({ noticesClients }) => noticesClients === when,
    play: async ({ origin }, server) => {
      const first = server.requests.length;
      const outcomes = await settle(30, async () => {
        const client = new AbortController();
        const call = {
          path: '/chat',
          name: when === 'when it writes' ? LONG_TEXT : 'slow',
          passesSignal: true,
        } as const;
        const called = callIsolate(origin, call, client.signal).catch(() => {});
        await setTimeout(300).then(() => client.abort());
        await called;
      });
      const countLeft = () =>
        server.requests.slice(first).filter(({ aborted }) => !aborted).length;
      for (let tries = 0; countLeft() > 0 && tries < 100; tries++) {
        await setTimeout(100);
      }
      const left = countLeft();
      return outcomes.map((outcome, index) =>
        index < left ? 'an upstream request goes on' : outcome,
      );
    },
  };
}

function handlerReturns({ reply }: Required<Pick<Call, 'reply'>>): Scenario {
  return {
    name: `30 handlers return before the call is done, ${reply === 'before' ? 'waitUntil' : 'no waitUntil'}`,
    play: ({ origin }) =>
      settle(30, index =>
        callIsolate(origin, {
          path: '/embed',
          name: `slow ${index}`,
          texts: index % 2 === 0 ? 1 : 1500,
          reply,
        }),
      ),
  };
}

async function settle(
  count: number,
  run: (index: number) => Promise<void>,
): Promise<unknown[]> {
  const settled = await Promise.allSettled(
    Array.from({ length: count }, (_, index) => run(index)),
  );
  return settled.map(outcome =>
    outcome.status === 'rejected' ? outcome.reason : undefined,
  );
}

function describe({ path, texts = 1 }: Omit<Call, 'name'>): string {
  const what = { '/embed': 'embed', '/rerank': 'rerank', '/chat': 'chat' }[
    path
  ];
  return path === '/chat'
    ? 'chat streams'
    : `${what} ${texts === 1 ? 'one text' : `${texts.toLocaleString('en')} texts`}`;
}
