import { eventStream, finish, toolCalls } from './chunks';

/** A call that a stream is to say; `undefined` for no arguments. */
export interface MeantCall {
  name: string;
  input: object | undefined;
}

/** How an engine puts calls into deltas. */
export interface Way {
  index: 'own' | 'zero';
  id: 'on the first delta' | 'on each delta' | 'shared' | 'missing' | 'renewed';
  name: 'once' | 'twice' | 'on each delta' | 'in pieces';
  /** Deltas without arguments before those with arguments. */
  empties: 0 | 1 | 2;
  arguments: 'whole' | 'in pieces' | 'an object';
  hasFinishReason: boolean;
  /** Whether a delta without arguments ends each call, and has its name. */
  closing: false | 'empty' | 'named';
  /** Whether the last chunk has every call once more. */
  isSentAgain: boolean;
}

const VALUES: { [KEY in keyof Way]: ReadonlyArray<Way[KEY]> } = {
  index: ['own', 'zero'],
  id: ['on the first delta', 'on each delta', 'shared', 'missing', 'renewed'],
  name: ['once', 'twice', 'on each delta', 'in pieces'],
  empties: [0, 1, 2],
  arguments: ['whole', 'in pieces', 'an object'],
  hasFinishReason: [true, false],
  closing: [false, 'empty', 'named'],
  isSentAgain: [false, true],
};

/** Every combination of the ways. */
export const WAYS: readonly Way[] = VALUES.index.flatMap(index =>
  VALUES.id.flatMap(id =>
    VALUES.name.flatMap(name =>
      VALUES.empties.flatMap(empties =>
        VALUES.arguments.flatMap(input =>
          VALUES.hasFinishReason.flatMap(hasFinishReason =>
            VALUES.closing.flatMap(closing =>
              VALUES.isSentAgain.map(isSentAgain => ({
                index,
                id,
                name,
                empties,
                arguments: input,
                hasFinishReason,
                closing,
                isSentAgain,
              })),
            ),
          ),
        ),
      ),
    ),
  ),
);

interface Piece {
  name: string | undefined;
  arguments: unknown;
}

function piecesOf(call: MeantCall, way: Way, cut: number): Piece[] {
  const pieces = openPiecesOf(call, way, cut);
  return way.closing === false
    ? pieces
    : [
        ...pieces,
        {
          name: way.closing === 'named' ? call.name : undefined,
          arguments: '',
        },
      ];
}

/** @param cut where a text is cut, between 0 and 1. */
function openPiecesOf(call: MeantCall, way: Way, cut: number): Piece[] {
  const { name } = call;
  const text = call.input === undefined ? '' : JSON.stringify(call.input);
  const place = 1 + Math.floor(cut * (text.length - 2));
  const inputs: unknown[] =
    call.input === undefined
      ? ['']
      : way.arguments === 'an object'
        ? [call.input]
        : way.arguments === 'in pieces'
          ? [text.slice(0, place), text.slice(place)]
          : [text];
  const nameAt = (place: number) =>
    place === 0 ||
    (place === 1 && way.name === 'twice') ||
    way.name === 'on each delta'
      ? name
      : undefined;

  if (way.name === 'in pieces') {
    const half = Math.ceil(name.length / 2);
    return [
      { name: name.slice(0, half), arguments: '' },
      { name: name.slice(half), arguments: '' },
      ...(call.input === undefined ? [] : inputs).map(input => ({
        name: undefined,
        arguments: input,
      })),
    ];
  }
  const empties = call.input === undefined ? [] : Array(way.empties).fill('');
  return [...empties, ...inputs].map((input, place) => ({
    name: nameAt(place),
    arguments: input,
  }));
}

/** A stream that says the calls in a way: its text, and its deltas alone. */
export function sayCalls(
  calls: readonly MeantCall[],
  way: Way,
  cut: number,
): { text: string; deltas: string } {
  let ids = 0;
  const idOf = (call: number, isFirst: boolean): string | undefined => {
    switch (way.id) {
      case 'on the first delta':
        return isFirst ? `id-${call}` : undefined;
      case 'on each delta':
        return `id-${call}`;
      case 'shared':
        return 'id-0';
      case 'missing':
        return undefined;
      case 'renewed':
        return `id-${ids++}`;
    }
  };
  const toDelta = (
    { name, arguments: input }: Piece,
    call: number,
    isFirst: boolean,
  ) => ({
    index: way.index === 'own' ? call : 0,
    id: idOf(call, isFirst),
    function: { name, arguments: input },
  });

  const deltas = calls.flatMap((call, number) =>
    piecesOf(call, way, cut).map((piece, place) =>
      toDelta(piece, number, place === 0),
    ),
  );
  const again = way.isSentAgain
    ? calls.map(({ name, input }, number) => {
        const text = input === undefined ? '' : JSON.stringify(input);
        return toDelta({ name, arguments: text }, number, true);
      })
    : [];
  return {
    text: eventStream([
      ...deltas.map(delta => toolCalls(delta)),
      ...(again.length > 0 ? [toolCalls(...again)] : []),
      ...(way.hasFinishReason ? [finish('tool_calls')] : []),
      '[DONE]',
    ]),
    // An object says the same as its text.
    deltas: JSON.stringify(
      [...deltas, ...again].map(({ function: called, ...delta }) => ({
        ...delta,
        name: called.name,
        arguments:
          typeof called.arguments === 'string'
            ? called.arguments
            : JSON.stringify(called.arguments),
      })),
    ),
  };
}
