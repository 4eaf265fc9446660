/** One line of the table: a figure and, where the project set itself one, its target. */
export interface Line {
  readonly what: string;
  readonly value: number;
  readonly digits?: number;
  readonly least?: number;
  readonly most?: number;
}

/** The figures as text, one per line; missed targets are said so. */
export function tableText(lines: readonly Line[]): string {
  const width = Math.max(...lines.map((line) => line.what.length));
  return lines
    .map(({ what, value, digits = 2, least, most }) => {
      const figure = value.toFixed(digits).padStart(10);
      const target = least !== undefined ? `at least ${least}` : most !== undefined ? `at most ${most}` : "";
      const missed = (least !== undefined && value < least) || (most !== undefined && value > most);
      return `${what.padEnd(width)} ${figure}  ${target}${missed ? "  MISSED" : ""}`.trimEnd();
    })
    .join("\n");
}

export const printTable = (lines: readonly Line[]): void => void process.stdout.write(`${tableText(lines)}\n`);
