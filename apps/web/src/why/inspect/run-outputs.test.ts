import { fileURLToPath } from "node:url";
import { fitFrom, scenarioSeries, timeline } from "@logjam/analysis";
import { recordFor } from "@logjam/cli/record";
import { loadEvidence } from "@logjam/evidence";
import { codeOf, type Posterior } from "@logjam/inference";
import { compile, interpret } from "@logjam/lang";
import { m1Study, m2Study } from "@logjam/model";
import { parquetReadObjects } from "hyparquet";
import { describe, expect, it } from "vitest";
import { runParquet } from "../../export/run-parquet.ts";
import { runOutputs } from "./run-outputs.ts";
import { trajectoriesOf } from "./trajectories.ts";

const DATA = fileURLToPath(new URL("../../../../../data", import.meta.url));
const AS_OF = "2023-11-27";
const evidence = loadEvidence(DATA);
const { records } = recordFor(evidence, AS_OF, 26);
const study = m1Study;

/** Particles spread over the prior: enough to tell members apart. */
const posterior: Posterior = {
  format: "logjam-posterior/1",
  model: "M1",
  identity: "test",
  start: records.m1.start,
  asOf: AS_OF,
  seed: "1",
  method: "spread over the prior",
  particles: 5,
  runs: 0,
  distinct: 5,
  powers: [],
  accepted: [],
  logEvidence: 0,
  parameters: study.model.parameters.map(({ name }) => name),
  codes: Uint16Array.from({ length: study.model.parameters.length * 5 }, (_, i) => codeOf(((i % 5) - 2) / 2)),
};
const scenario = {
  id: "none",
  value: { format: "logjam-scenario/1", title: "None", meaning: "No change.", hindsight: false, levers: {} } as const,
};
const request = {
  study,
  vocabulary: [m1Study, m2Study],
  record: records.m1,
  posterior,
  asOf: AS_OF,
  horizonWeeks: 26,
  scenario,
  changes: {},
  seed: 7n,
  members: 130,
  outputs: ["outcomes.areaHeld", "outcomes.forceAtFront", "outcomes.brokenForRussia"],
};
const outputs = runOutputs(request);

describe("looking into a run", () => {
  it("records the scalars of the quantities that were asked for", () => {
    expect(outputs.names).toContain("outcomes.areaHeld");
    expect(outputs.names).toContain("outcomes.forceAtFront[ua]");
    expect(outputs.steps).toBe(outputs.knownWeeks + 27);
  });
  it("gives the interpreter's bits for members of both blocks", () => {
    const ir = compile(study.model, { outputs: ["outcomes.areaHeld"] });
    const time = timeline(records.m1.start, AS_OF, 26);
    const full = { ...scenario, file: "none", locate: () => "none" };
    const series = scenarioSeries({ ...study, otherLevers: [] }, full, records.m1, time, ir);
    const fit = fitFrom(study, posterior, 130);
    for (const member of [0, 3, 129]) {
      const parameters = Float64Array.from(study.model.parameters, (_, p) => fit.parameters[p * 130 + member]!);
      const alone = interpret({ ir, members: 1, firstMember: member, steps: time.steps, seed: 7n, parameters, series });
      const index = outputs.names.indexOf("outcomes.areaHeld");
      for (let step = 0; step < time.steps; step++) expect(outputs.at(index, step)[member]).toBe(alone.outputs[step]);
    }
  });
  it("sums courses up by week: the record before the as-of date, a band after it", () => {
    const [area] = trajectoriesOf(outputs, AS_OF).filter(({ name }) => name === "outcomes.areaHeld");
    const known = outputs.knownWeeks < 52 ? outputs.knownWeeks : 52;
    expect(area!.p50).toHaveLength(known + 27);
    expect(area!.p10[known - 1]).toBe(area!.p90[known - 1]);
    expect(area!.p90.at(-1)!).toBeGreaterThan(area!.p10.at(-1)!);
    for (const [i, middle] of area!.p50.entries()) {
      expect(middle).toBeGreaterThanOrEqual(area!.p10[i]!);
      expect(middle).toBeLessThanOrEqual(area!.p90[i]!);
    }
    const broken = trajectoriesOf(outputs, AS_OF).find(({ name }) => name.startsWith("outcomes.brokenForRussia"));
    expect(broken!.kind).toBe("share");
  });
});

describe("a run as Parquet", () => {
  const columns = [
    { name: "area", output: "outcomes.areaHeld", per: 1 },
    { name: "force-ua", output: "outcomes.forceAtFront[ua]", per: 1000 },
  ];
  it("has a row per member and week, with the run's own numbers", async () => {
    const { bytes, rows } = runParquet(outputs, columns, AS_OF, { model: "M1" });
    expect(rows).toBe(130 * 27);
    const read = await parquetReadObjects({ file: bytes });
    expect(read).toHaveLength(rows);
    const row = read[129 * 27 + 5]!;
    expect(row["member"]).toBe(129);
    expect(row["week"]).toBe(5);
    expect(row["date"]).toBe("2024-01-01");
    const at = (name: string) => outputs.at(outputs.names.indexOf(name), outputs.knownWeeks + 5)[129]!;
    expect(row["area"]).toBe(at("outcomes.areaHeld"));
    expect(row["force-ua"]).toBe(at("outcomes.forceAtFront[ua]") / 1000);
  });
  it("refuses a column that the run did not record", () => {
    expect(() => runParquet(outputs, [{ name: "x", output: "outcomes.nothing", per: 1 }], AS_OF, {})).toThrow(
      /export\/no-output/,
    );
  });
});
