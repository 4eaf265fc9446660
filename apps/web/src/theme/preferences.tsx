/** Language and theme: from the browser, unless the visitor chose; remembered, and told to the document. */
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";
import { LOCALES, type Locale } from "../i18n/message.ts";
import { TextProvider, textsFor } from "../i18n/text.tsx";
import { browserMemory, recall, remember } from "./remembered.ts";

export const THEMES = ["auto", "light", "dark"] as const;
export type ThemeChoice = (typeof THEMES)[number];

export interface Preferences {
  readonly locale: Locale;
  readonly theme: ThemeChoice;
  readonly chooseLocale: (locale: Locale) => void;
  readonly chooseTheme: (theme: ThemeChoice) => void;
}

/** The first of the browser's languages that there is a catalogue for; English otherwise. */
export function localeOf(languages: readonly string[]): Locale {
  const found = languages.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => LOCALES.some((one) => one === tag));
  return LOCALES.find((one) => one === found) ?? "en";
}

const Context = createContext<Preferences | undefined>(undefined);

export function PreferencesProvider({ children }: { readonly children: ReactNode }) {
  const memory = useMemo(browserMemory, []);
  const [locale, setLocale] = useState<Locale>(
    () => recall(memory, "language", LOCALES) ?? localeOf(navigator.languages),
  );
  const [theme, setTheme] = useState<ThemeChoice>(() => recall(memory, "theme", THEMES) ?? "auto");
  const chooseLocale = useCallback(
    (chosen: Locale) => {
      setLocale(chosen);
      remember(memory, "language", chosen);
    },
    [memory],
  );
  const chooseTheme = useCallback(
    (chosen: ThemeChoice) => {
      setTheme(chosen);
      remember(memory, "theme", chosen);
    },
    [memory],
  );
  useEffect(() => {
    document.documentElement.lang = locale;
    document.title = textsFor(locale).t("page.documentTitle");
  }, [locale]);
  useEffect(() => {
    document.documentElement.dataset["theme"] = theme;
  }, [theme]);
  const value = useMemo(
    () => ({ locale, theme, chooseLocale, chooseTheme }),
    [locale, theme, chooseLocale, chooseTheme],
  );
  return (
    <Context.Provider value={value}>
      <TextProvider locale={locale}>{children}</TextProvider>
    </Context.Provider>
  );
}

/** Throws outside a `PreferencesProvider`. */
export function usePreferences(): Preferences {
  const preferences = useContext(Context);
  if (preferences === undefined) throw new Error("app/no-preferences: this component stands outside the provider.");
  return preferences;
}
