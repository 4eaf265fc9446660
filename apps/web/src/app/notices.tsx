import { useTexts } from "../i18n/text.tsx";
import { useAppState, useStore } from "./store-context.tsx";

/** What the engine and the links have to tell; each can be dismissed. Errors are announced at once. */
export function Notices() {
  const { notices } = useAppState();
  const store = useStore();
  const { t, locale } = useTexts();
  return (
    <section className="notices" aria-label={t("page.messages")}>
      {notices.map((notice) => (
        <div
          key={`${notice.code} ${notice.text}`}
          className={`notice ${notice.level}`}
          role={notice.level === "error" ? "alert" : "status"}
        >
          <p>
            {t(`notices.${notice.code}`)}{" "}
            {notice.text !== "" && <small lang={locale === "en" ? undefined : "en"}>{notice.text}</small>}
          </p>
          <button type="button" className="plain" onClick={() => store.dismiss(notice.code)}>
            {t("page.dismiss")}
          </button>
        </div>
      ))}
    </section>
  );
}
