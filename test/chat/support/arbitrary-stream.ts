import fc from 'fast-check';
import { chunk, eventStream, finalUsage, finish, toolCalls } from './chunks';

/** A stream in one of the forms that servers use, and what it says. */
export interface SaidStream {
  text: string;
  said: {
    text: string;
    reasoning: string;
    toolCalls: Array<{ name: string; input: string }>;
    unified: 'stop' | 'tool-calls';
    raw: string | undefined;
  };
}

interface SaidCall {
  name: string;
  input: string;
  namePieces: string[];
  inputPieces: string[];
  nameOnLater: 'absent' | 'null' | 'empty' | 'repeated';
}

/** Cuts a text at any places; a piece may be empty. */
function piecesOf(text: string, most: number): fc.Arbitrary<string[]> {
  return fc
    .array(fc.nat(text.length), { maxLength: most })
    .map(places => [0, ...places.sort((a, b) => a - b), text.length])
    .map(places =>
      places.slice(1).map((end, at) => text.slice(places[at], end)),
    );
}

const call: fc.Arbitrary<SaidCall> = fc
  .record({
    name: fc.constantFrom('now', 'get_weather', 'search'),
    input: fc
      .dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue(), {
        maxKeys: 3,
      })
      .map(input => JSON.stringify(input)),
    nameOnLater: fc.constantFrom(
      'absent' as const,
      'null' as const,
      'empty' as const,
      'repeated' as const,
    ),
  })
  .chain(said =>
    fc.record({
      name: fc.constant(said.name),
      input: fc.constant(said.input),
      nameOnLater: fc.constant(said.nameOnLater),
      namePieces: piecesOf(said.name, 2),
      inputPieces: piecesOf(said.input, 4),
    }),
  );

function deltasOf(
  { name, namePieces, inputPieces, nameOnLater }: SaidCall,
  index: number,
  idOf: (index: number, delta: number) => string | undefined,
): object[] {
  const laterName = {
    absent: undefined,
    null: null,
    empty: '',
    repeated: name,
  };
  return [
    ...namePieces.map(piece => ({ name: piece, arguments: '' })),
    ...inputPieces.map(piece => ({
      name: laterName[nameOnLater],
      arguments: piece,
    })),
  ].map((called, delta) => ({
    index,
    id: idOf(index, delta),
    type: 'function',
    function: called,
  }));
}

const ID_FAULTS: Record<
  string,
  (index: number, delta: number) => string | undefined
> = {
  none: (index, delta) => (delta === 0 ? `call-${index}` : undefined),
  'on each delta': index => `call-${index}`,
  'renewed on each delta': (index, delta) => `call-${index}-${delta}`,
  'shared by all calls': () => 'functions.call:0',
};

/** Any answer in any of the forms that servers give it. */
export const arbitraryStream: fc.Arbitrary<SaidStream> = fc
  .record({
    texts: fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 4 }),
    thoughts: fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 3 }),
    calls: fc.array(call, { maxLength: 3 }),
    idFault: fc.constantFrom(...Object.keys(ID_FAULTS)),
    isByTurns: fc.boolean(),
    ending: fc.constantFrom('both', 'no [DONE]', 'no finish reason'),
    isVerbose: fc.boolean(),
  })
  .map(({ texts, thoughts, calls, idFault, isByTurns, ending, isVerbose }) => {
    const keys = isVerbose
      ? { content: null, tool_calls: null, refusal: null }
      : {};
    const deltas = calls.map((said, index) =>
      deltasOf(said, index, ID_FAULTS[idFault] ?? (() => undefined)),
    );
    const longest = Math.max(0, ...deltas.map(({ length }) => length));
    const ordered = isByTurns
      ? Array.from({ length: longest }, (_, turn) =>
          deltas.flatMap(own => own[turn] ?? []),
        ).flat()
      : deltas.flat();
    const reason = calls.length > 0 ? 'tool_calls' : 'stop';
    const usage = { prompt_tokens: 5, completion_tokens: 7 };

    return {
      text: eventStream([
        ...thoughts.map(thought =>
          chunk({ ...keys, reasoning_content: thought }),
        ),
        ...texts.map(content => chunk({ ...keys, content }, { usage })),
        ...ordered.map(delta => toolCalls(delta)),
        ...(ending === 'no finish reason' ? [] : [finish(reason)]),
        finalUsage(usage),
        ...(ending === 'no [DONE]' ? [] : ['[DONE]']),
      ]),
      said: {
        text: texts.join(''),
        reasoning: thoughts.join(''),
        toolCalls: calls.map(({ name, input }) => ({ name, input })),
        unified: calls.length > 0 ? ('tool-calls' as const) : ('stop' as const),
        raw: ending === 'no finish reason' ? undefined : reason,
      },
    };
  });
