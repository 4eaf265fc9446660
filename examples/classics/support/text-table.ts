/** A table for the terminal: the first column to the left, the others to the right; a column of whole numbers stays whole. */
export function textTable(
  header: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  digits = 3,
): string {
  const whole = header.map((_, k) => rows.every((row) => typeof row[k] === "string" || Number.isInteger(row[k])));
  const show = (cell: string | number, k: number) =>
    typeof cell === "string" ? cell : fixed(cell, whole[k] ? 0 : digits);
  const cells = [header, ...rows.map((row) => row.map(show))];
  const widths = header.map((_, k) => Math.max(...cells.map((row) => (row[k] ?? "").length)));
  const line = (row: readonly string[]) =>
    row.map((cell, k) => (k === 0 ? cell.padEnd(widths[k]!) : cell.padStart(widths[k]!))).join("  ");
  const rule = widths.map((width) => "-".repeat(width)).join("  ");
  return `${[line(header), rule, ...cells.slice(1).map(line)].join("\n")}\n`;
}

const fixed = (value: number, digits: number): string =>
  value.toLocaleString("en-GB", { minimumFractionDigits: digits, maximumFractionDigits: digits });
