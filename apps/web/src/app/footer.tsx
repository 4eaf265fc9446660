import { useTexts } from "../i18n/text.tsx";
import { useAppState } from "./store-context.tsx";

/** What this is and is not; sources with their licences. */
export function Footer() {
  const { world } = useAppState();
  const { t } = useTexts();
  return (
    <footer className="footer">
      <p>{t("page.footer", { version: world.version })}</p>
      <details>
        <summary>{t("page.footerSources")}</summary>
        <ul>
          {world.sources.map(({ id, title, licence, url }) => (
            <li key={id}>
              <a href={url} rel="noreferrer">
                {title}
              </a>{" "}
              <small>{licence}</small>
            </li>
          ))}
        </ul>
      </details>
    </footer>
  );
}
