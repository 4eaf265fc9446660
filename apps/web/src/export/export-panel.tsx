import "./export.css";
import { useCallback, useState } from "react";
import { useAppState } from "../app/store-context.tsx";
import type { Setting, World } from "../contract.ts";
import { useTexts } from "../i18n/text.tsx";
import { loadPart } from "../map/load-part.ts";
import { useLoaded } from "../map/use-loaded.ts";
import { runOf } from "../why/inspect/inspector.ts";
import { useInspector } from "../why/use-inspection.ts";
import { citationLine } from "./citation.ts";
import type { CitationFile } from "./citation-file.ts";
import type { RunColumn } from "./run-parquet.ts";
import { fileName, saveFile } from "./save-file.ts";

/** Members in a saved run: what the page's full answer rests on. */
const MEMBERS = 1024;

/** A citation, and the run itself as a table. */
export function ExportPanel() {
  const { t } = useTexts();
  return (
    <section className="export-panel" aria-label={t("exports.heading")}>
      <h2>{t("exports.heading")}</h2>
      <Cite />
      <SaveRun />
    </section>
  );
}

function Cite() {
  const { world, setting, link } = useAppState();
  const texts = useTexts();
  const { t } = texts;
  const { parts } = world;
  const [copied, setCopied] = useState(false);
  const load = useCallback(
    async () => (await (await loadPart(document.baseURI, parts, "citation")).json()) as CitationFile,
    [parts],
  );
  const loaded = useLoaded(load);
  if (loaded.state !== "ready") return null;
  const line = citationLine({ file: loaded.value, world, setting, link }, texts);
  const copy = () =>
    navigator.clipboard.writeText(line).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <>
      <h3>{t("exports.citeHeading")}</h3>
      <p className="citation">{line}</p>
      <p className="chart-actions">
        <button type="button" className="plain" onClick={() => void copy()}>
          {t("exports.copy")}
        </button>
        <span role="status">{copied ? t("exports.copied") : ""}</span>
      </p>
      <p className="quiet">{t("exports.citeHelp")}</p>
    </>
  );
}

type Saving =
  | { readonly state: "idle" }
  | { readonly state: "working"; readonly done: number; readonly of: number }
  | { readonly state: "saved"; readonly rows: number; readonly bytes: number }
  | { readonly state: "failed"; readonly reason: string };

function SaveRun() {
  const { world, setting } = useAppState();
  const { t, number } = useTexts();
  const inspector = useInspector();
  const [saving, setSaving] = useState<Saving>({ state: "idle" });
  const columns = columnsOf(world, setting);
  const save = async () => {
    setSaving({ state: "working", done: 0, of: MEMBERS });
    try {
      const run = runOf(world, setting, document.baseURI);
      const { bytes, rows } = await inspector.table(run, columns, MEMBERS, (done, of) =>
        setSaving({ state: "working", done, of }),
      );
      const name = fileName("run", setting.model, setting.asOf, setting.scenario, setting.seed);
      saveFile(`${name}.parquet`, new Blob([bytes], { type: "application/vnd.apache.parquet" }));
      setSaving({ state: "saved", rows, bytes: bytes.byteLength });
    } catch (problem) {
      setSaving({ state: "failed", reason: problem instanceof Error ? problem.message : String(problem) });
    }
  };
  return (
    <>
      <h3>{t("exports.runHeading")}</h3>
      <p className="quiet">
        {t("exports.runHelp", {
          members: number(MEMBERS),
          weeks: number(setting.horizonWeeks + 1),
        })}
      </p>
      <p className="chart-actions">
        <button type="button" className="plain" disabled={saving.state === "working"} onClick={() => void save()}>
          {t("exports.runSave")}
        </button>{" "}
        <span role="status">
          {saving.state === "working" && t("exports.runWorking", { done: saving.done, of: saving.of })}
          {saving.state === "saved" &&
            t("exports.runSaved", { rows: saving.rows, size: number(Math.round(saving.bytes / 1e5) / 10) })}
          {saving.state === "failed" && t("exports.runFailed", { reason: saving.reason })}
        </span>
      </p>
    </>
  );
}

/** A column for each fan that the model has, and for each sector's area where it knows sectors. */
export function columnsOf(world: World, { model }: Pick<Setting, "model">): readonly RunColumn[] {
  const outputs = world.models[model].outputs;
  const fans = world.fans
    .filter(({ models, output }) => models.includes(model) && outputs.includes(output))
    .map(({ id, output, per }) => ({ name: id, output, per }));
  const sectors = world.sectors
    .map(({ id }) => ({ name: `area-${id}`, output: `outcomes.areaBySector[${id}]`, per: 1 }))
    .filter(({ output }) => outputs.includes(output));
  return [...fans, ...sectors];
}
