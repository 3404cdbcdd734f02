type Row = Record<string, string | number>;

/** Rows as text, with the columns of the first row that has all of them. */
export function formatTable(rows: readonly Row[]): string {
  const columns = [...new Set(rows.flatMap(row => Object.keys(row)))].map(
    name => {
      const cells = [name, ...rows.map(row => String(row[name] ?? ''))];
      const width = Math.max(...cells.map(cell => cell.length));
      const isNumeric = cells.slice(1).every(cell => !/[^\d.]/.test(cell));
      return cells.map(cell =>
        isNumeric ? cell.padStart(width) : cell.padEnd(width),
      );
    },
  );
  return [undefined, ...rows]
    .map((_, line) =>
      columns
        .map(column => column[line])
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
