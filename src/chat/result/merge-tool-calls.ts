import { beginsUnderAnotherId, startsNextCall } from './starts-next-call';
import { createToolCall, type ToolCall } from './tool-call';
import type { ToolCallDelta } from './tool-call-delta';
import type { ToolNames } from './tool-names';

/** The calls of one index. Servers without indexes have all calls in one. */
interface Place {
  /** The call that the last delta belonged to. */
  current: ToolCall;
  readonly byId: Map<string, ToolCall>;
  /** The chunk in which the current call began. */
  chunk: number;
}

/** Tells the tool calls of one stream apart, whatever form their deltas have. */
export interface ToolCallMerger {
  readonly calls: readonly ToolCall[];
  /** Whether calls have indexes of their own, as far as can be seen. */
  hasOwnIndexes(): boolean;
  /** The call that a delta belongs to, with the delta added to it. */
  add(delta: ToolCallDelta, chunk: number): ToolCall;
}

export function createToolCallMerger(tools: ToolNames): ToolCallMerger {
  const calls: ToolCall[] = [];
  const places = new Map<number | undefined, Place>();

  const begin = (
    place: Place | undefined,
    { index, id, name }: ToolCallDelta,
  ) => {
    const call = createToolCall(
      index,
      place !== undefined &&
        (places.size > 1 ||
          id === undefined ||
          place.byId.has(id) ||
          place.current.wireId === undefined ||
          place.current.hasOtherIds),
    );
    if (place !== undefined && name === '') {
      // Without a name of its own it has the one that was repeated before.
      call.name = place.current.name;
    }
    calls.push(call);
    return call;
  };

  const findCall = (
    place: Place,
    delta: ToolCallDelta,
    isBesideAnother: boolean,
  ): ToolCall | undefined => {
    const { current, byId } = place;
    const named = delta.id === undefined ? undefined : byId.get(delta.id);
    const call = delta.id === current.wireId ? current : (named ?? current);
    return startsNextCall(call, delta, tools, isBesideAnother)
      ? undefined
      : call;
  };

  /** Tells by a further delta whether a call was two; see `unclearId`. */
  const clear = (place: Place, { id }: ToolCallDelta) => {
    const { current } = place;
    const { unclearId } = current;
    if (unclearId === undefined) {
      return;
    }
    current.unclearId = undefined;
    if (id !== undefined && id !== unclearId && id !== current.wireId) {
      current.hasOtherIds = true;
      return;
    }
    const { input, progress } = current;
    const next = createToolCall(current.index, false);
    Object.assign(next, { wireId: unclearId, name: current.name });
    Object.assign(next, { input, progress, hasInput: true });
    Object.assign(current, { input: '', hasInput: false });
    calls.splice(calls.indexOf(current) + 1, 0, next);
    place.byId.set(unclearId, next);
    place.current = next;
  };

  return {
    calls,
    hasOwnIndexes: () => places.size > 1,
    add: (delta, chunk) => {
      const { index, name, piece } = delta;
      let place = places.get(index);
      if (place !== undefined) {
        clear(place, delta);
      }
      const known = place && findCall(place, delta, place.chunk === chunk);
      const call = known ?? begin(place, delta);
      // What is sent again comes in one delta.
      call.mayBeRepeat &&=
        known === undefined || (piece === '' && name === call.name);

      if (place === undefined) {
        place = { current: call, byId: new Map(), chunk };
        places.set(index, place);
      } else if (place.current !== call) {
        place.current = call;
        place.chunk = chunk;
      }
      if (beginsUnderAnotherId(call, delta)) {
        call.unclearId = delta.id;
      }
      addDelta(call, delta, tools);
      if (call.wireId !== undefined) {
        place.byId.set(call.wireId, call);
      }
      return call;
    },
  };
}

function addDelta(
  call: ToolCall,
  { id, name, piece, extension }: ToolCallDelta,
  tools: ToolNames,
): void {
  if (id !== undefined) {
    call.wireId ??= id;
    call.hasOtherIds ||= id !== call.wireId && id !== call.unclearId;
  }
  if (name !== '') {
    if (call.hasInput && call.name !== '') {
      call.isNamedAgain ||= call.progress.isComplete();
    } else if (name !== call.name || tools.has(call.name + name)) {
      call.name += name;
    }
  }
  if (piece !== '') {
    call.input += piece;
    call.hasInput ||= piece.trim() !== '';
    call.progress.append(piece);
  }
  if (extension !== undefined) {
    call.extension = { ...call.extension, ...extension };
  }
}
