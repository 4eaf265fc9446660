import "./embed.css";
import { useAppState } from "../app/store-context.tsx";
import { AidByDonor } from "../charts/aid-by-donor.tsx";
import { panelsOf } from "../charts/fan-groups.ts";
import { FanPanel } from "../charts/fan-panel.tsx";
import { OutcomeSection } from "../charts/outcome-section.tsx";
import { useTexts } from "../i18n/text.tsx";
import { MapSection } from "../map/map-section.tsx";
import { wholeLink } from "./embed-link.ts";
import { useAutoHeight } from "./use-auto-height.ts";

/** One figure with its source line, for other people's pages; it tells the page around it how tall it is. */
export function EmbedPage() {
  const { setting, link } = useAppState();
  const { t } = useTexts();
  useAutoHeight(setting.view.embed);
  return (
    <main className="embed-page">
      <h1 className="unseen">{t("page.question")}</h1>
      <Figure />
      <p className="embed-foot">
        <a href={wholeLink(link)} target="_blank" rel="noopener noreferrer">
          {t("exports.openWhole")}
        </a>
      </p>
    </main>
  );
}

function Figure() {
  const { world, setting, result, record } = useAppState();
  const texts = useTexts();
  const { section, focus, hindsight } = setting.view;
  if (section === "map") return <MapSection />;
  if (focus === "aid-by-donor") return <AidByDonor />;
  if (result === undefined) return <p className="quiet">{texts.t("page.computing")}</p>;
  const panels = panelsOf(world, result, record, { hindsight, difference: false }, texts);
  const panel = panels.find(({ id }) => id === focus) ?? (section === "charts" ? panels[0] : undefined);
  return panel ? <FanPanel panel={panel} result={result} first /> : <OutcomeSection />;
}
