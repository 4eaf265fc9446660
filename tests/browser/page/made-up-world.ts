/** The made-up world: the real levers, outcomes, scenarios and claims, so that texts are as long as they are. Runs in Node. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseClaims, parseScenario, type Study } from "@logjam/analysis";
import { m1Study, m2Study } from "@logjam/model";
import { appFans } from "../../../apps/web/build/app-fans.ts";
import { LEVER_GROUPS, leverInfos } from "../../../apps/web/build/lever-infos.ts";
import { scenarioInfo } from "../../../apps/web/build/scenario-info.ts";
import type { AsOfInfo, ModelName, World } from "../../../apps/web/src/contract.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const studies: readonly Study[] = [m1Study, m2Study];
const nameOf = (study: Study) => study.model.name as ModelName;
const yaml = (folder: string) => readdirSync(`${root}/${folder}`).filter((name) => name.endsWith(".yaml"));
const textOf = (file: string) => readFileSync(`${root}/${file}`, "utf8");

export function madeUpWorld(): World {
  const dates: readonly AsOfInfo[] = (
    [
      ["2023-07-03", "quarter"],
      ["2023-10-02", "quarter"],
      ["2023-11-27", "article"],
      ["2024-01-01", "quarter"],
      ["2025-12-29", "newest"],
    ] as const
  ).map(([date, kind]) => ({
    date,
    kind,
    record: "",
    posterior: { M1: "", M2: "" },
    identity: { M1: "", M2: "" },
    dataDates: {},
  }));
  const kernel = { simd: { wasm: "", plan: "" }, scalar: { wasm: "", plan: "" } };
  const model = (name: ModelName) => ({
    name,
    meaning: name,
    hash: "",
    equations: 1,
    outputs: [],
    series: [],
    kernel,
    ir: "",
  });
  return {
    format: "logjam-world/1",
    identity: "",
    version: "0.0.0",
    dates,
    models: { M1: model("M1"), M2: model("M2") },
    levers: leverInfos(studies.map((study) => ({ name: nameOf(study), model: study.model }))),
    leverGroups: LEVER_GROUPS,
    sums: studies[0]?.leverGroups ?? [],
    scenarios: yaml("scenarios").map((name) =>
      scenarioInfo(parseScenario(name.replace(/\.yaml$/, ""), name, textOf(`scenarios/${name}`)), studies),
    ),
    outcomes: outcomes(),
    fans: appFans(
      studies.map((study) => ({
        name: nameOf(study),
        fans: study.fans,
        outputs: study.model.outputs.map(({ name }) => name),
      })),
    ),
    sectors: [],
    claims: yaml("claims").map((name) => {
      const file = `claims/${name}`;
      const text = textOf(file);
      return { id: name.replace(/\.yaml$/, ""), file, value: parseClaims(file, text).value, text };
    }),
    sources: [{ id: "made-up", title: "A made-up source", licence: "None", url: "https://example.org/" }],
    parts: {},
  };
}

function outcomes(): World["outcomes"] {
  const all = [...studies]
    .reverse()
    .flatMap((study) => study.model.outcomes.map((one) => ({ one, model: nameOf(study) })));
  const ids = [...new Set(all.map(({ one }) => one.quantity.split(".").at(-1)!))];
  return ids.map((id) => {
    const mine = all.filter(({ one }) => one.quantity.endsWith(`.${id}`));
    const { one } = mine[0]!;
    return {
      id,
      title: one.title,
      definition: one.meaning,
      favours: one.favours === "ukraine" || one.favours === "russia" ? one.favours : "neither",
      models: [...new Set(mine.map(({ model }) => model))],
      thresholds: one.elements.length > 0,
    };
  });
}
