import type { JSONObject, JSONValue } from '@ai-sdk/provider';
import { isJsonObject } from '../../utils/json-object';
import { createJsonProgress } from './json-progress';
import { startsNextCall } from './starts-next-call';
import {
  beginsInput,
  extensionOf,
  type ToolCall,
  type ToolCallDelta,
} from './tool-call';
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
  /** The call that a delta belongs to, with the delta added to it. */
  add(delta: JSONObject, piece: string, chunk: number): ToolCall;
}

export function createToolCallMerger(tools: ToolNames): ToolCallMerger {
  const calls: ToolCall[] = [];
  const places = new Map<JSONValue | undefined, Place>();

  const begin = (place: Place | undefined, { id, name }: ToolCallDelta) => {
    const call: ToolCall = {
      wireId: undefined,
      hasOtherIds: false,
      // Without a name of its own it takes the one that was repeated before.
      name: name === '' ? (place?.current.name ?? '') : '',
      input: '',
      hasInput: false,
      progress: createJsonProgress(),
      isNamedAgain: false,
      mayBeRepeat:
        place !== undefined &&
        (id === undefined ||
          place.byId.has(id) ||
          place.current.wireId === undefined ||
          place.current.hasOtherIds),
      extension: undefined,
      partId: undefined,
    };
    calls.push(call);
    return call;
  };

  const findCall = (
    place: Place,
    delta: ToolCallDelta,
  ): ToolCall | undefined => {
    const { current, byId } = place;
    const named =
      delta.id === undefined || delta.id === current.wireId
        ? undefined
        : byId.get(delta.id);
    if (
      named !== undefined &&
      !(beginsInput(delta.piece) && named.progress.isComplete())
    ) {
      return named;
    }
    return startsNextCall(current, delta, tools) ? undefined : current;
  };

  return {
    calls,
    add: (json, piece, chunk) => {
      const index = json.index ?? undefined;
      let place = places.get(index);
      const delta = readDelta(json, piece, place?.chunk === chunk);
      const call = (place && findCall(place, delta)) ?? begin(place, delta);

      if (place === undefined) {
        place = { current: call, byId: new Map(), chunk };
        places.set(index, place);
      } else if (place.current !== call) {
        place.current = call;
        place.chunk = chunk;
      }
      addDelta(call, delta, json, tools);
      if (call.wireId !== undefined) {
        place.byId.set(call.wireId, call);
      }
      return call;
    },
  };
}

function readDelta(
  { id, function: called }: JSONObject,
  piece: string,
  isBesideAnother: boolean,
): ToolCallDelta {
  const name = isJsonObject(called) ? called.name : undefined;
  return {
    id: typeof id === 'string' && id.trim() !== '' ? id : undefined,
    name: typeof name === 'string' ? name : '',
    piece,
    isBesideAnother,
  };
}

function addDelta(
  call: ToolCall,
  { id, name, piece }: ToolCallDelta,
  json: JSONObject,
  tools: ToolNames,
): void {
  if (id !== undefined) {
    call.wireId ??= id;
    call.hasOtherIds ||= id !== call.wireId;
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
  const extension = extensionOf(json);
  if (extension !== undefined) {
    call.extension = { ...call.extension, ...extension };
  }
}
