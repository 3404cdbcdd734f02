import type { Behaviour } from '../../local-baseten';

/** What a caller is told of a fault when it is what a job failed by. */
export type FaultReason =
  | `status ${number}`
  | 'cut connection'
  | 'no answer in time'
  | 'unreadable reply'
  | 'malformed reply';

export interface Fault {
  behaviour: Behaviour;
  /** `undefined` if the answer is a right one, if a late one. */
  reason: FaultReason | undefined;
}

const page = '<html><head><title>502 Bad Gateway</title></head></html>';

/** All that can happen to an answer; each is as likely as the others. */
export const FAULTS: readonly Fault[] = [
  {
    reason: 'status 429',
    behaviour: { status: 429, headers: { 'retry-after-ms': '50' } },
  },
  { reason: 'status 500', behaviour: { status: 500 } },
  { reason: 'status 503', behaviour: { status: 503 } },
  { reason: 'status 529', behaviour: { status: 529 } },
  { reason: 'cut connection', behaviour: { cut: 'before-headers' } },
  { reason: 'unreadable reply', behaviour: { cut: 'in-body' } },
  { reason: undefined, behaviour: { delayMilliseconds: 300 } },
  {
    reason: undefined,
    behaviour: { stream: { splitAt: [9, 999], delayBetweenMilliseconds: 100 } },
  },
  { reason: 'no answer in time', behaviour: { hang: true } },
  { reason: 'no answer in time', behaviour: { hang: 'in-body' } },
  {
    reason: 'unreadable reply',
    behaviour: { body: page, contentType: 'text/html' },
  },
  {
    reason: 'unreadable reply',
    behaviour: { stream: { cutAfterBytes: 500, cutBy: 'end' } },
  },
  {
    reason: 'malformed reply',
    behaviour: { transform: changeItems(items => items.slice(1)) },
  },
  {
    reason: 'malformed reply',
    behaviour: { transform: changeItems(([, ...items]) => [null, ...items]) },
  },
];

/** Embeddings are in an object with other things, scores are an array. */
function changeItems(change: (items: unknown[]) => unknown[]) {
  return (reply: unknown) => {
    if (Array.isArray(reply)) {
      return change(reply);
    }
    const { data, ...rest } = Object(reply);
    return { ...rest, data: change(data) };
  };
}
