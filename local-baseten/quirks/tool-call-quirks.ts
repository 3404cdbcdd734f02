import type {
  WireChunk,
  WireCompletion,
  WireToolCallDelta,
} from '../chat/completion-wire';

/** Gives the name in two deltas instead of one. */
export function splitNames(chunks: WireChunk[]): WireChunk[] {
  return chunks.flatMap(chunk => {
    const name = deltasOf(chunk)[0]?.function.name;
    if (!name) return [chunk];
    const half = Math.ceil(name.length / 2);
    return [name.slice(0, half), name.slice(half)].map(part =>
      mapToolCalls(chunk, call => ({
        ...call,
        function: { ...call.function, name: part },
      })),
    );
  });
}

/** Gives the whole name in every delta of a call. */
export function repeatNames(chunks: WireChunk[]): WireChunk[] {
  const names = namesOf(chunks);
  return chunks.map(chunk =>
    mapToolCalls(chunk, call => ({
      ...call,
      function: { ...call.function, name: names.get(call.index) ?? null },
    })),
  );
}

/** Gives `null` and `''` in turn where the name is left out. */
export function emptyNames(chunks: WireChunk[]): WireChunk[] {
  return chunks.map((chunk, place) =>
    mapToolCalls(chunk, call => {
      const { name = place % 2 === 0 ? null : '' } = call.function;
      return { ...call, function: { ...call.function, name } };
    }),
  );
}

/** Gives each call in one delta, in the place of its last. */
export function joinToolCalls(chunks: WireChunk[]): WireChunk[] {
  const names = namesOf(chunks);
  const inputs = new Map<number, string>();
  for (const { index, function: called } of chunks.flatMap(deltasOf)) {
    inputs.set(index, (inputs.get(index) ?? '') + called.arguments);
  }
  return chunks.flatMap((chunk, place) => {
    const [call] = deltasOf(chunk);
    if (call === undefined) return [chunk];
    const rest = chunks.slice(place + 1).flatMap(deltasOf);
    if (rest.some(({ index }) => index === call.index)) return [];
    const whole = {
      name: names.get(call.index) ?? null,
      arguments: inputs.get(call.index) ?? '',
    };
    return [mapToolCalls(chunk, () => ({ ...call, function: whole }))];
  });
}

let renewedIds = 0;

/** Gives each delta an id of its own. */
export function renewIds(chunks: WireChunk[]): WireChunk[] {
  return chunks.map(chunk =>
    mapToolCalls(chunk, call => {
      renewedIds += 1;
      const id = renewedIds.toString(16).padStart(32, '0');
      return { ...call, id: `chatcmpl-tool-${id}` };
    }),
  );
}

/** Gives ids made of the name, and of the index unless one id is `shared`. */
export function nameIds(chunks: WireChunk[], shared: boolean): WireChunk[] {
  const names = namesOf(chunks);
  return chunks.map(chunk =>
    mapToolCalls(chunk, call => {
      const index = shared ? 0 : call.index;
      return { ...call, id: `functions.${names.get(index)}:${index}` };
    }),
  );
}

/** The same for a reply that is not streamed. */
export function nameReplyIds(
  completion: WireCompletion,
  shared: boolean,
): WireCompletion {
  const choices = completion.choices.map(choice => {
    const { tool_calls: calls } = choice.message;
    if (calls === undefined) return choice;
    const named = calls.map((call, place) => {
      const index = shared ? 0 : place;
      return {
        ...call,
        id: `functions.${calls[index]?.function.name}:${index}`,
      };
    });
    return { ...choice, message: { ...choice.message, tool_calls: named } };
  });
  return { ...completion, choices };
}

function deltasOf(chunk: WireChunk): WireToolCallDelta[] {
  return chunk.choices.flatMap(({ delta }) => delta.tool_calls ?? []);
}

function namesOf(chunks: WireChunk[]): Map<number, string> {
  const names = new Map<number, string>();
  for (const { index, function: called } of chunks.flatMap(deltasOf)) {
    names.set(index, (names.get(index) ?? '') + (called.name ?? ''));
  }
  return names;
}

function mapToolCalls(
  chunk: WireChunk,
  change: (call: WireToolCallDelta) => WireToolCallDelta,
): WireChunk {
  if (deltasOf(chunk).length === 0) return chunk;
  const choices = chunk.choices.map(choice => ({
    ...choice,
    delta: {
      ...choice.delta,
      tool_calls: (choice.delta.tool_calls ?? []).map(change),
    },
  }));
  return { ...chunk, choices };
}
