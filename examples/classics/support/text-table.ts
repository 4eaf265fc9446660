/** A table for the terminal: the first column to the left, the others to the right, numbers to `digits` after the point. */
export function textTable(
  header: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  digits = 3,
): string {
  const cells = [header, ...rows.map((row) => row.map((cell) => showCell(cell, digits)))];
  const widths = header.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? "").length)));
  const line = (row: readonly string[]) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join("  ");
  const rule = widths.map((width) => "-".repeat(width)).join("  ");
  return `${[line(cells[0]!), rule, ...cells.slice(1).map(line)].join("\n")}\n`;
}

function showCell(cell: string | number, digits: number): string {
  if (typeof cell === "string") return cell;
  return Number.isInteger(cell) ? cell.toLocaleString("en-GB") : cell.toLocaleString("en-GB", fixed(digits));
}

const fixed = (digits: number) => ({ minimumFractionDigits: digits, maximumFractionDigits: digits });
