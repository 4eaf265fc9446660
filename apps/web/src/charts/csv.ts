/** Tables as they are shown and as they are saved. */
export interface Table {
  readonly caption: string;
  readonly columns: readonly string[];
  /** Texts as written by locale, for the page; numbers, for the file. */
  readonly rows: readonly (readonly (string | number)[])[];
}

/** RFC 4180: comma, CRLF, quotes where needed; numbers with a point, whatever the page's language; nothing for NaN. */
export function csvOf({ columns, rows }: Pick<Table, "columns" | "rows">): string {
  const field = (value: string | number): string => {
    if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
    return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
  };
  return [columns, ...rows].map((row) => `${row.map(field).join(",")}\r\n`).join("");
}
