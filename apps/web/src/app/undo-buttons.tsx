import { useEffect } from "react";
import { useTexts } from "../i18n/text.tsx";
import { useAppState, useStore } from "./store-context.tsx";

/** Undo and redo, also by Ctrl+Z and Ctrl+Shift+Z (Command on a Mac) anywhere but in a text field. */
export function UndoButtons() {
  const { canUndo, canRedo } = useAppState();
  const store = useStore();
  const { t } = useTexts();
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const step = undoKey(event);
      if (step === undefined || inTextField(event.target)) return;
      event.preventDefault();
      if (step === "undo") store.undo();
      else store.redo();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [store]);
  return (
    <div className="undo">
      <button type="button" disabled={!canUndo} title={t("page.undoHint")} onClick={() => store.undo()}>
        {t("page.undo")}
      </button>
      <button type="button" disabled={!canRedo} title={t("page.redoHint")} onClick={() => store.redo()}>
        {t("page.redo")}
      </button>
    </div>
  );
}

/** What a key press asks for: Ctrl+Z, Ctrl+Shift+Z, Ctrl+Y, in any keyboard layout. */
export function undoKey(event: Pick<KeyboardEvent, "ctrlKey" | "metaKey" | "shiftKey" | "altKey" | "code">) {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return undefined;
  if (event.code === "KeyZ") return event.shiftKey ? "redo" : "undo";
  return event.code === "KeyY" && !event.shiftKey ? "redo" : undefined;
}

/** Text fields have an undo of their own. */
function inTextField(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && !["range", "checkbox", "radio", "button"].includes(target.type);
}
