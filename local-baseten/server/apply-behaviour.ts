import { basetenHeaders } from '../api/route-request';
import { errorReply } from '../replies/error-envelopes';
import { type Reply, withHeaders } from '../replies/reply';
import type { Behaviour } from './behaviours';

/**
 * The reply that a behaviour makes of the usual one, which is only worked out
 * if it is needed.
 */
export function applyBehaviour(
  behaviour: Behaviour,
  usualReply: () => Reply,
): Reply {
  const reply = givenReply(behaviour) ?? changedReply(behaviour, usualReply());
  return withHeaders(reply, behaviour.headers ?? {});
}

function givenReply(behaviour: Behaviour): Reply | undefined {
  const { status, body, stream } = behaviour;
  if (stream?.events !== undefined) {
    const { events } = stream;
    return given(
      status,
      typeof events === 'string'
        ? { kind: 'text', type: 'text/event-stream', text: events }
        : { kind: 'events', events },
    );
  }
  if (body !== undefined) {
    const type = behaviour.contentType ?? 'application/json';
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return given(status, { kind: 'text', type, text });
  }
  if (status === undefined) return undefined;
  return withHeaders(errorReply(status), basetenHeaders());
}

function given(status = 200, content: Reply['content']): Reply {
  return { status, headers: basetenHeaders(), content };
}

function changedReply(behaviour: Behaviour, reply: Reply): Reply {
  const { status, content } = reply;
  const { transform } = behaviour;
  if (status !== 200 || content.kind !== 'json' || transform === undefined) {
    return reply;
  }
  const value = transform(content.value);
  return { ...reply, content: { kind: 'json', value } };
}
