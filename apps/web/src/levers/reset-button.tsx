import { useAppState, useStore } from "../app/store-context.tsx";
import { useTexts } from "../i18n/text.tsx";
import { withLevers } from "./settings.ts";

/** Takes the visitor's change of some levers back to the preset. */
export function ResetButton({ names, title }: { readonly names: readonly string[]; readonly title: string }) {
  const { world, setting } = useAppState();
  const store = useStore();
  const { t } = useTexts();
  const label = t("levers.resetFor", { lever: title });
  const reset = () =>
    store.change({ levers: withLevers(world, setting, Object.fromEntries(names.map((name) => [name, undefined]))) });
  return (
    <button type="button" className="lever-reset" aria-label={label} title={label} onClick={reset}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d="M3.2 8a4.8 4.8 0 1 0 1.5-3.5M3 2.5v3h3" fill="none" stroke="currentColor" strokeWidth="1.4" />
      </svg>
    </button>
  );
}
