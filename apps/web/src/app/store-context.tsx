/** The store for every component below: what is known, and how to change it. */
import { createContext, type ReactNode, useContext, useSyncExternalStore } from "react";
import type { State, Store } from "../contract.ts";

const Context = createContext<Store | undefined>(undefined);

export function StoreProvider({ store, children }: { readonly store: Store; readonly children: ReactNode }) {
  return <Context.Provider value={store}>{children}</Context.Provider>;
}

/** The store's methods. Throws outside a `StoreProvider`. */
export function useStore(): Store {
  const store = useContext(Context);
  if (store === undefined) throw new Error("app/no-store: this component stands outside a StoreProvider.");
  return store;
}

/** The newest state; the component is drawn again whenever it changes. */
export function useAppState(): State {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, store.getState);
}
