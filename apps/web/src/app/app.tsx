import type { Store } from "../contract.ts";
import { PreferencesProvider } from "../theme/preferences.tsx";
import "../theme/index.css";
import { Page } from "./page.tsx";
import { StoreProvider } from "./store-context.tsx";

/** The whole app over a store: what `main.tsx` draws once the world is loaded. */
export function App({ store }: { readonly store: Store }) {
  return (
    <StoreProvider store={store}>
      <PreferencesProvider>
        <Page />
      </PreferencesProvider>
    </StoreProvider>
  );
}
