import { ChartSection } from "../charts/chart-section.tsx";
import { OutcomeSection } from "../charts/outcome-section.tsx";
import { ComparePicker } from "../compare/compare-picker.tsx";
import { DifferenceSection } from "../compare/difference-section.tsx";
import type { View } from "../contract.ts";
import { useTexts } from "../i18n/text.tsx";
import { LeverPanel } from "../levers/lever-panel.tsx";
import { Answer } from "./answer.tsx";
import { Footer } from "./footer.tsx";
import { Header } from "./header.tsx";
import { Notices } from "./notices.tsx";
import { AsOfPicker, HindsightSwitch, ModelPicker, RunDetails } from "./run-settings.tsx";
import { SectionGuard } from "./section-guard.tsx";
import {
  BESIDE_LEVERS,
  ClaimsSection,
  EmbedPage,
  EvidencePage,
  ExportPanel,
  MapSection,
  TrackRecordPage,
  WhyDrawer,
} from "./sections.ts";
import { useAppState } from "./store-context.tsx";

/** The one screen: the question, its answer, the levers, and beside them what is looked at. */
export function Page() {
  const { setting } = useAppState();
  const { t } = useTexts();
  const { section, embed } = setting.view;
  if (embed)
    return (
      <SectionGuard>
        <EmbedPage />
      </SectionGuard>
    );
  return (
    <>
      <button type="button" className="skip" onClick={() => document.getElementById("answer")?.focus()}>
        {t("page.skip")}
      </button>
      <Header />
      <Notices />
      <main>{BESIDE_LEVERS.includes(section) ? <Question section={section} /> : <FullPage section={section} />}</main>
      <Footer />
      {section === "why" && (
        <SectionGuard>
          <WhyDrawer />
        </SectionGuard>
      )}
    </>
  );
}

function Question({ section }: { readonly section: View["section"] }) {
  return (
    <div className="question">
      <Answer />
      <div className="beside">
        <LeverPanel />
        <div className="looked-at">
          <div className="view-settings">
            <AsOfPicker />
            <ModelPicker />
            <ComparePicker />
            <HindsightSwitch />
            <RunDetails />
          </div>
          <SectionGuard key={section === "why" ? "question" : section}>
            <LookedAt section={section} />
          </SectionGuard>
        </div>
      </div>
    </div>
  );
}

function LookedAt({ section }: { readonly section: View["section"] }) {
  switch (section) {
    case "map":
      return <MapSection />;
    case "charts":
      return <ChartSection />;
    case "claims":
      return <ClaimsSection />;
    default:
      return (
        <>
          <OutcomeSection />
          <DifferenceSection />
          <ChartSection groups={["area", "losses"]} />
          <SectionGuard>
            <ExportPanel />
          </SectionGuard>
        </>
      );
  }
}

const FullPage = ({ section }: { readonly section: View["section"] }) => (
  <div className="full-page">
    <SectionGuard key={section}>{section === "evidence" ? <EvidencePage /> : <TrackRecordPage />}</SectionGuard>
  </div>
);
