import { useMemo } from "react";
import { useAppState } from "../app/store-context.tsx";
import { useTexts } from "../i18n/text.tsx";
import { AidByDonor } from "./aid-by-donor.tsx";
import { panelsOf } from "./fan-groups.ts";
import { FanPanel } from "./fan-panel.tsx";

/** All series over time; `groups` narrows them to some. */
export function ChartSection({ groups }: { readonly groups?: readonly string[] }) {
  const { world, result, record, setting } = useAppState();
  const texts = useTexts();
  const panels = useMemo(
    () => (result === undefined ? [] : panelsOf(world, result, record, setting.view.hindsight, texts)),
    [world, result, record, setting.view.hindsight, texts],
  );
  if (result === undefined) return <p className="quiet chart-waiting">{texts.t("page.computing")}</p>;
  const shown = groups === undefined ? panels : panels.filter(({ group }) => groups.includes(group));
  return (
    <section className="charts" aria-label={texts.t("charts.chartsHeading")}>
      {shown.map((panel, place) => (
        <FanPanel key={panel.id} panel={panel} result={result} first={place === 0} />
      ))}
      {groups === undefined && <AidByDonor />}
    </section>
  );
}
