/** Choices of one case: the same seed gives the same ones. */
export interface Draw {
  /** An integer from `least` to `most`. */
  number(least: number, most: number): number;
  pick<VALUE>(values: readonly VALUE[]): VALUE;
  chance(share: number): boolean;
  /** Text with characters that need care: in JSON, UTF-8 or a stream. */
  text(most: number): string;
  /** Offsets within a length, ascending, for cutting it into pieces. */
  cuts(length: number): number[];
}

const CHARACTERS = [
  ...'abc XYZ 012',
  ...[
    '\n',
    '"',
    '\\',
    'ü',
    '…',
    '漢',
    '🤔',
    '{',
    '}',
    ':',
    '\u2028',
    '<',
    '\t',
  ],
];

export function createDraw(random: () => number): Draw {
  const number = (least: number, most: number) =>
    least + Math.floor(random() * (most - least + 1));
  const pick: Draw['pick'] = values => {
    const at = number(0, values.length - 1);
    for (const value of values.slice(at)) return value;
    throw new RangeError('Expected values to pick from, got none.');
  };

  return {
    number,
    pick,
    chance: share => random() < share,
    text: most =>
      Array.from(
        { length: number(1, most) },
        () => CHARACTERS[number(0, CHARACTERS.length - 1)],
      ).join(''),
    cuts: length =>
      Array.from({ length: number(0, 12) }, () => number(0, length)).sort(
        (one, other) => one - other,
      ),
  };
}
