/**
 * @param {readonly string[]} headings
 * @param {readonly (readonly string[])[]} rows
 * @returns {string} A Markdown table. Columns of figures are aligned to the
 * right, except for the last column.
 */
export function formatTable(headings, rows) {
  const columns = headings.map((heading, column) => {
    const cells = rows.map(row => (row[column] ?? '').replaceAll('|', '\\|'));
    const width = Math.max(3, ...[heading, ...cells].map(cell => cell.length));
    const isRight =
      column < headings.length - 1 &&
      cells.every(cell => /^(?:-?\d.*|-|)$/.test(cell));
    const pad = (/** @type {string} */ cell) =>
      isRight ? cell.padStart(width) : cell.padEnd(width);
    const ruler = isRight ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width);
    return [pad(heading), ruler, ...cells.map(pad)];
  });
  return [...Array(rows.length + 2).keys()]
    .map(line => `| ${columns.map(cells => cells[line]).join(' | ')} |`)
    .join('\n');
}

/**
 * @param {readonly Record<string, string | number>[]} records
 * @returns {string} A Markdown table with a column for each key.
 */
export function formatRecords(records) {
  const keys = [...new Set(records.flatMap(record => Object.keys(record)))];
  return formatTable(
    keys,
    records.map(record => keys.map(key => String(record[key] ?? ''))),
  );
}
