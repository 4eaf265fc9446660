import { useEffect, useState } from "react";
import { usePreferences } from "../theme/preferences.tsx";

const DARK = "(prefers-color-scheme: dark)";

/** Whether the page is dark: by the visitor's choice, or as the system has it. */
export function useDarkTheme(): boolean {
  const { theme } = usePreferences();
  const [system, setSystem] = useState(() => matchMedia(DARK).matches);
  useEffect(() => {
    const query = matchMedia(DARK);
    const take = () => setSystem(query.matches);
    query.addEventListener("change", take);
    return () => query.removeEventListener("change", take);
  }, []);
  return theme === "auto" ? system : theme === "dark";
}
