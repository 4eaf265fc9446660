import { useAppState, useStore } from "../app/store-context.tsx";
import { useTexts } from "../i18n/text.tsx";
import { changesOf } from "./changes.ts";
import { ResetButton } from "./reset-button.tsx";

/** What differs from the preset, in words, each with its way back. */
export function ChangesList() {
  const { world, setting } = useAppState();
  const store = useStore();
  const texts = useTexts();
  const changes = changesOf(world, setting, texts);
  if (changes.length === 0) return <p className="quiet changes-none">{texts.t("levers.changesEmpty")}</p>;
  return (
    <section className="changes" aria-label={texts.t("levers.changesHeading")}>
      <h3>{texts.t("levers.changesHeading")}</h3>
      <ul>
        {changes.map(({ names, title, from, to }) => (
          <li key={names.join()}>
            <span>{texts.rich("levers.change", { lever: title, from, to: <b>{to}</b> })}</span>
            <ResetButton names={names} title={title} />
          </li>
        ))}
      </ul>
      {changes.length > 1 && (
        <button type="button" className="plain" onClick={() => store.change({ levers: {} })}>
          {texts.t("levers.resetAll")}
        </button>
      )}
    </section>
  );
}
