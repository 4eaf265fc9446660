import { useId, useMemo, useState } from "react";
import { useAppState } from "../app/store-context.tsx";
import { useTexts } from "../i18n/text.tsx";
import { AidByDonor } from "./aid-by-donor.tsx";
import { panelsOf } from "./fan-groups.ts";
import { FanPanel } from "./fan-panel.tsx";

/** All series over time; `groups` narrows them to some. */
export function ChartSection({ groups }: { readonly groups?: readonly string[] }) {
  const { world, result, record, setting } = useAppState();
  const texts = useTexts();
  const [difference, setDifference] = useState(false);
  const name = useId();
  const panels = useMemo(
    () =>
      result === undefined
        ? []
        : panelsOf(world, result, record, { hindsight: setting.view.hindsight, difference }, texts),
    [world, result, record, setting.view.hindsight, difference, texts],
  );
  if (result === undefined) return <p className="quiet chart-waiting">{texts.t("page.computing")}</p>;
  const shown = groups === undefined ? panels : panels.filter(({ group }) => groups.includes(group));
  return (
    <>
      {result.comparison && (
        <fieldset className="both-or-difference">
          <legend className="unseen">{texts.t("compare.show")}</legend>
          {([false, true] as const).map((one) => (
            <label key={String(one)} className="check">
              <input type="radio" name={name} checked={difference === one} onChange={() => setDifference(one)} />
              <span>{texts.t(one ? "compare.showDifference" : "compare.showBoth")}</span>
            </label>
          ))}
        </fieldset>
      )}
      <section className="charts" aria-label={texts.t("charts.chartsHeading")}>
        {shown.map((panel, place) => (
          <FanPanel key={panel.id} panel={panel} result={result} first={place === 0} />
        ))}
        {groups === undefined && <AidByDonor />}
      </section>
    </>
  );
}
