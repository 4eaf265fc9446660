import type { View } from "../contract.ts";
import type { TextKey } from "../i18n/catalogue.ts";
import { LOCALES } from "../i18n/message.ts";
import { useTexts } from "../i18n/text.tsx";
import { THEMES, usePreferences } from "../theme/preferences.tsx";
import { ShareButton } from "./share-button.tsx";
import { useAppState, useStore } from "./store-context.tsx";

const PLACES: readonly (readonly [View["section"], TextKey])[] = [
  ["question", "page.navQuestion"],
  ["map", "page.navMap"],
  ["charts", "page.navCharts"],
  ["claims", "page.navClaims"],
  ["track-record", "page.navTrackRecord"],
  ["evidence", "page.navEvidence"],
];

/** The languages' own names, for those who cannot read the other. */
const LANGUAGE_NAMES = { en: "English", uk: "Українська" } as const;
const THEME_NAMES = { auto: "page.themeAuto", light: "page.themeLight", dark: "page.themeDark" } as const;

/** Name, parts of the page, language, theme, link. */
export function Header() {
  const { setting } = useAppState();
  const store = useStore();
  const { t } = useTexts();
  const { locale, theme, chooseLocale, chooseTheme } = usePreferences();
  const { section } = setting.view;
  return (
    <header className="header">
      <p className="wordmark">{t("page.name")}</p>
      <nav aria-label={t("page.navigation")}>
        <ul>
          {PLACES.map(([place, title]) => (
            <li key={place}>
              <button
                type="button"
                aria-current={section === place || (section === "why" && place === "question") ? "page" : undefined}
                onClick={() => store.look({ section: place, focus: undefined })}
              >
                {t(title)}
              </button>
            </li>
          ))}
          <li>
            <a href="./book/index.html">{t("page.navBook")}</a>
          </li>
        </ul>
      </nav>
      <div className="switches">
        <label>
          <span className="unseen">{t("page.language")}</span>
          <select
            value={locale}
            onChange={(event) => chooseLocale(LOCALES.find((one) => one === event.target.value) ?? "en")}
          >
            {LOCALES.map((one) => (
              <option key={one} value={one} lang={one}>
                {LANGUAGE_NAMES[one]}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span className="unseen">{t("page.theme")}</span>
          <select
            value={theme}
            onChange={(event) => chooseTheme(THEMES.find((one) => one === event.target.value) ?? "auto")}
          >
            {THEMES.map((one) => (
              <option key={one} value={one}>
                {t(THEME_NAMES[one])}
              </option>
            ))}
          </select>
        </label>
        <ShareButton />
      </div>
    </header>
  );
}
