import { useId, useState } from "react";
import { useAppState } from "../app/store-context.tsx";
import { type Embedded, embedCode, embedLink } from "../embed/embed-link.ts";
import { useTexts } from "../i18n/text.tsx";

/** The code that puts a figure into another page: to be copied. */
export function EmbedCode(figure: Embedded) {
  const { t } = useTexts();
  const { link } = useAppState();
  const [copied, setCopied] = useState(false);
  const id = useId();
  const code = embedCode(embedLink(link, figure), t("page.documentTitle"));
  const copy = () =>
    navigator.clipboard.writeText(code).then(
      () => setCopied(true),
      // Where the clipboard is closed to us, the text in the field can be copied by hand.
      () => document.getElementById(id)?.focus(),
    );
  return (
    <div className="embed-code">
      <label htmlFor={id}>{t("exports.embedLabel")}</label>
      <textarea id={id} readOnly rows={4} value={code} onFocus={(event) => event.currentTarget.select()} />
      <button type="button" className="plain" onClick={() => void copy()}>
        {t("exports.copy")}
      </button>
      <span role="status">{copied ? t("exports.copied") : ""}</span>
    </div>
  );
}
