import { useTexts } from "../i18n/text.tsx";
import type { Loaded } from "./use-loaded.ts";

/** What stands in the place of something that is still loading, or could not be loaded: then it can be tried again. */
export function NotReady({ loaded }: { readonly loaded: Exclude<Loaded<unknown>, { readonly state: "ready" }> }) {
  const { t } = useTexts();
  if (loaded.state === "loading") return <p className="quiet">{t("page.loading")}</p>;
  return (
    <p role="alert">
      {t("page.sectionFailed", { reason: loaded.reason })}{" "}
      <button type="button" className="plain" onClick={loaded.again}>
        {t("page.retry")}
      </button>
    </p>
  );
}
