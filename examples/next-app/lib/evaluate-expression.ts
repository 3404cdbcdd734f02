/**
 * Evaluates an arithmetic expression such as `2 * (3 + 4)`: numbers, brackets,
 * `+`, `-`, `*`, `/` and `^`.
 *
 * @throws Error if it is anything else.
 */
export function evaluateExpression(expression: string): number {
  const tokens = expression.match(/\d+(?:\.\d+)?|\S/g) ?? [];
  let position = 0;

  const take = (...expected: string[]) => {
    const token = tokens[position] ?? '';
    if (!expected.includes(token)) return undefined;
    position += 1;
    return token;
  };

  const sum = (): number => {
    let value = product();
    for (let sign = take('+', '-'); sign; sign = take('+', '-')) {
      value += sign === '+' ? product() : -product();
    }
    return value;
  };

  const product = (): number => {
    let value = signed();
    for (let sign = take('*', '/'); sign; sign = take('*', '/')) {
      value = sign === '*' ? value * signed() : value / signed();
    }
    return value;
  };

  const signed = (): number => (take('-') ? -signed() : power());

  const power = (): number => {
    const base = atom();
    return take('^') ? base ** signed() : base;
  };

  const atom = (): number => {
    if (take('(')) {
      const value = sum();
      if (!take(')')) throw unreadable(expression);
      return value;
    }
    const value = Number.parseFloat(tokens[position] ?? '');
    if (Number.isNaN(value)) throw unreadable(expression);
    position += 1;
    return value;
  };

  const value = sum();
  if (position < tokens.length) throw unreadable(expression);
  return value;
}

function unreadable(expression: string): Error {
  return new Error(`"${expression}" is no arithmetic expression.`);
}
