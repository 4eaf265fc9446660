import { useEffect, useState } from "react";
import { useTexts } from "../i18n/text.tsx";
import { useAppState } from "./store-context.tsx";

const SHOWN_MS = 2500;

/** Copies the address that reproduces these numbers; where the browser will not, shows it to be copied by hand. */
export function ShareButton() {
  const { link } = useAppState();
  const { t } = useTexts();
  const [state, setState] = useState<"ready" | "copied" | "failed">("ready");
  useEffect(() => {
    if (state !== "copied") return;
    const timer = setTimeout(() => setState("ready"), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = () => {
    // The clipboard is missing on pages that are not served securely.
    const writing = navigator.clipboard?.writeText(link) ?? Promise.reject(new Error("no clipboard"));
    writing.then(
      () => setState("copied"),
      () => setState("failed"),
    );
  };
  return (
    <div className="share">
      <button type="button" onClick={copy}>
        {t("page.share")}
      </button>
      <span role="status">{state === "copied" ? t("page.shared") : ""}</span>
      {state === "failed" && (
        <div className="share-by-hand">
          <label>
            {t("page.shareFailed")}
            <input readOnly value={link} aria-label={t("page.shareLabel")} onFocus={(event) => event.target.select()} />
          </label>
          <button type="button" className="plain" onClick={() => setState("ready")}>
            {t("page.close")}
          </button>
        </div>
      )}
    </div>
  );
}
