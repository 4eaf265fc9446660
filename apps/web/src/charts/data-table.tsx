import { useId, useState } from "react";
import { saveFile } from "../export/save-file.ts";
import { useTexts } from "../i18n/text.tsx";
import { csvOf, type Table } from "./csv.ts";

export interface DataTableProps {
  /** The name of the saved file, without its ending. */
  readonly file: string;
  /** Built only when asked for: the words for the page, and the bare numbers for the file. */
  readonly table: () => Table;
  readonly shown: (value: string | number, column: number) => string;
}

/** The numbers of a chart, for those who cannot see it and those who want them: the same table on the page and as CSV. */
export function DataTable({ file, table, shown }: DataTableProps) {
  const { t } = useTexts();
  const id = useId();
  const [open, setOpen] = useState(false);
  const built = open ? table() : undefined;
  const save = () => saveFile(`${file}.csv`, new Blob([csvOf(table())], { type: "text/csv" }));
  return (
    <div className="data-table">
      <p className="chart-actions">
        <button
          type="button"
          className="plain"
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          onClick={() => setOpen(!open)}
        >
          {t("charts.asTable")}
        </button>
        <button type="button" className="plain" onClick={save}>
          {t("charts.csv")}
        </button>
      </p>
      {built && (
        // A table that scrolls must be reachable by keyboard.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: as above
        <section id={id} className="scroll" aria-label={built.caption} tabIndex={0}>
          <table>
            <caption>{built.caption}</caption>
            <thead>
              <tr>
                {built.columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {built.rows.map((row) => (
                <tr key={row.slice(0, 2).join()}>
                  {row.map((value, column) =>
                    column === 0 ? (
                      <th key={built.columns[column]} scope="row">
                        {shown(value, column)}
                      </th>
                    ) : (
                      <td key={built.columns[column]} className={typeof value === "number" ? "number" : undefined}>
                        {shown(value, column)}
                      </td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </div>
  );
}
