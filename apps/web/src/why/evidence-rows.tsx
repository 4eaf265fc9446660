import { useState } from "react";
import type { EvidenceIndex } from "../evidence/evidence-files.ts";
import { useTexts } from "../i18n/text.tsx";
import type { RowsOf } from "./evidence-of.ts";
import { elementWords } from "./why-words.ts";

const FIRST_SHOWN = 8;

/** The rows of the evidence behind a series: file, row, date, value, licence. */
export function EvidenceRowsTable({ found, evidence }: { readonly found: RowsOf; readonly evidence: EvidenceIndex }) {
  const texts = useTexts();
  const { t, number } = texts;
  const [all, setAll] = useState(false);
  const shown = all ? found.rows : found.rows.slice(0, FIRST_SHOWN);
  const sources = evidence.sources.filter(({ id }) => id.startsWith(found.source));
  return (
    <section>
      <h3>{t("why.evidence")}</h3>
      {/* A table that scrolls must be reachable by keyboard. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: as above */}
      <section className="scroll" aria-label={t("why.evidence")} tabIndex={0}>
        <table className="evidence-rows" data-table={found.table}>
          <thead>
            <tr>
              <th scope="col">{t("why.rowDate")}</th>
              <th scope="col">{t("why.rowWhat")}</th>
              <th scope="col" className="number">
                {found.unit}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map(([when, what, value, file, place]) => (
              <tr key={`${when} ${what}`}>
                <th scope="row">{when}</th>
                <td className="what">
                  {elementWords(what, texts)}
                  <small>
                    <code>{file}</code>; {place}
                  </small>
                </td>
                <td className="number">{number(value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {!all && found.rows.length > FIRST_SHOWN && (
        <button type="button" className="plain" onClick={() => setAll(true)}>
          {t("why.rowsAll", { count: found.rows.length })}
        </button>
      )}
      <ul className="why-licences">
        {sources.map(({ id, citation, licence, url, commit }) => (
          <li key={id}>
            <a href={url} rel="noreferrer">
              {citation}
            </a>{" "}
            <small>
              {licence}; {t("why.version", { version: commit })}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
