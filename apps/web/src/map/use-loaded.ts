import { useEffect, useState } from "react";

export type Loaded<Value> =
  | { readonly state: "loading" }
  | { readonly state: "ready"; readonly value: Value }
  | { readonly state: "failed"; readonly reason: string; readonly again: () => void };

/** Something fetched when a component first shows; `load` must stay the same function. A failure can be tried again. */
export function useLoaded<Value>(load: () => Promise<Value>): Loaded<Value> {
  const [attempt, setAttempt] = useState(0);
  const [loaded, setLoaded] = useState<Loaded<Value>>({ state: "loading" });
  // A new attempt is a reason to load again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  useEffect(() => {
    let wanted = true;
    setLoaded({ state: "loading" });
    load().then(
      (value) => wanted && setLoaded({ state: "ready", value }),
      (problem: unknown) =>
        wanted &&
        setLoaded({
          state: "failed",
          reason: problem instanceof Error ? problem.message : String(problem),
          again: () => setAttempt((count) => count + 1),
        }),
    );
    return () => {
      wanted = false;
    };
  }, [load, attempt]);
  return loaded;
}
