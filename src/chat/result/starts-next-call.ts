import { beginsInput, type ToolCall } from './tool-call';
import type { ToolCallDelta } from './tool-call-delta';
import { cleanToolName, type ToolNames } from './tool-names';

/**
 * Whether a delta begins another call although it has the index of an open one:
 * some servers use one index for all calls, some repeat the name on each delta,
 * some send it in pieces. Ids distinguish calls only if they do not change
 * within a call.
 *
 * @param isBesideAnother whether another call began in the same chunk with the
 * same index.
 */
export function startsNextCall(
  call: ToolCall,
  delta: ToolCallDelta,
  tools: ToolNames,
  isBesideAnother: boolean,
): boolean {
  const { name, piece } = delta;
  if (name === '') {
    return (
      call.isNamedAgain && beginsInput(piece) && call.progress.isComplete()
    );
  }
  if (call.name === '') {
    return false;
  }
  if (!call.hasInput) {
    return isNextName(call, delta, tools, isBesideAnother);
  }
  if (!call.progress.isComplete()) {
    return false;
  }
  return (
    name !== call.name ||
    beginsInput(piece) ||
    (piece.trim() === '' && hasAnotherId(call, delta))
  );
}

/**
 * Whether the arguments of a call without any begin under another id: that of
 * the next call, or a new one as on each delta.
 */
export function beginsUnderAnotherId(
  call: ToolCall,
  delta: ToolCallDelta,
): boolean {
  return (
    !call.hasInput &&
    call.name !== '' &&
    call.name === delta.name &&
    beginsInput(delta.piece) &&
    hasAnotherId(call, delta)
  );
}

/** The same, while only the name of the open call, or a piece of it, has come. */
function isNextName(
  call: ToolCall,
  delta: ToolCallDelta,
  tools: ToolNames,
  isBesideAnother: boolean,
): boolean {
  const isTool = (name: string) => tools.has(cleanToolName(name, tools));
  const { name, piece } = delta;
  const joined = call.name + name;

  if (isTool(call.name) && isTool(name)) {
    return name === call.name
      ? piece.trim() === '' && (hasAnotherId(call, delta) || isBesideAnother)
      : !isTool(joined) || hasAnotherId(call, delta);
  }
  return (
    isTool(call.name) &&
    !isTool(joined) &&
    ![...tools].some(tool => tool.startsWith(joined))
  );
}

function hasAnotherId(
  { wireId, hasOtherIds }: ToolCall,
  { id }: ToolCallDelta,
): boolean {
  return (
    !hasOtherIds && id !== undefined && wireId !== undefined && id !== wireId
  );
}
