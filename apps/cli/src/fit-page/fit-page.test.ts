import { fitPosterior, type PublicRecord, type Study, timeline } from "@logjam/analysis";
import { normalDraws, student4Draws } from "@logjam/inference";
import {
  assign,
  auxiliary,
  f,
  interpret,
  lognormalRange,
  model,
  normal,
  output,
  parameter,
  series,
  stock,
} from "@logjam/lang";
import { describe, expect, it } from "vitest";
import { fitPage } from "./index.ts";

/** A level that drifts by an unknown amount a week, with surprises of an unknown size. */
const source = "Made up.";
const drift = parameter({ unit: "km^2/week", meaning: "Drift.", prior: normal({ mean: 0, sd: 10 }), source });
const size = parameter({
  unit: "km^2/week",
  meaning: "Size of surprises.",
  prior: lognormalRange({ low: 2, central: 4, high: 8 }),
  source,
});
const idle = parameter({ unit: "1", meaning: "Says nothing.", prior: normal({ mean: 0, sd: 1 }), source });
const known = series({ unit: "1", meaning: "1 while known.", source: "Set.", gap: "error" });
const level = stock({ unit: "km^2", meaning: "Level.", initial: 0 });
const change = auxiliary({ unit: "km^2/week", meaning: "Change.", formula: f`${drift} * ${known}` });
const next = assign(level, f`${level} + ${change} * timeStep`);
const expected = output({ unit: "km^2/week", meaning: "Change expected.", formula: f`${drift}` });
const scale = output({ unit: "km^2/week", meaning: "Size stated.", formula: f`${size}` });
const shown = output({ unit: "1", meaning: "Idle.", formula: f`${idle}` });
const held = output({ unit: "km^2", meaning: "Level.", formula: f`${level}` });
const toy = model("Toy", {
  history: { known },
  line: { drift, size, idle, level, change, next, expected, scale, shown, held },
});
const study: Study = {
  model: toy,
  observations: [
    {
      id: "change",
      title: "Change of the level",
      kind: "weekly",
      form: "difference",
      expected: "line.expected",
      deviation: { output: "line.scale" },
    },
    {
      id: "means",
      title: "Change by quarters",
      kind: "block",
      form: "difference",
      expected: "line.expected",
      blockDeviation: 4,
      blockWeeks: 13,
    },
  ],
  leverGroups: [],
  thresholds: { stated: "stated", lower: "lower", upper: "upper" },
  fans: [],
  caveats: [],
};
const WEEKS = 104;
const time = timeline("2023-01-02", "2024-12-30", 0);
const record = (change: (week: number) => number): PublicRecord => {
  const values = Array.from({ length: WEEKS }, (_, week) => change(week));
  const none = { known: {}, hindsight: {}, always: {}, series: {} };
  return { start: time.start, scored: { change: values, means: values.map(() => 6) }, ...none };
};
const page = async (change: (week: number) => number) => {
  const given = record(change);
  const settings = { particles: 64, movesPerStage: 2, seed: 3n };
  const posterior = await fitPosterior(study, given, time, settings, interpret, () => {});
  return fitPage({ studies: [{ study, posterior, record: given, time }], execute: interpret });
};
const luck = student4Draws(11n, 4);
const honest = (week: number) => 6 + 4 * luck("week", week)[0]!;

describe("docs/fit.md", () => {
  it("tells method, stages, contraction, all parameters and checks, the same each time", async () => {
    const { markdown, svgs } = await page(honest);
    expect(markdown).toMatch(/^# The fit/);
    expect(markdown).toContain("below 0.2, the verdict is called *prior-driven*");
    expect(markdown).toMatch(/\| Toy, 2024-12-30 \| 3 \| \d+ of 64 \|/);
    for (const { name } of toy.parameters) expect(markdown).toContain(`\`${name}\``);
    // 104 weeks at a size of 4 fix the drift: posterior deviation about 0.5 against 10.
    expect(markdown).toMatch(/`line.drift` Drift \| km\^2\/week \| −16.4 \/ 0 \/ 16.4 \| [\d. /]+ \| (?:0.99|1.00) \|/);
    expect(markdown).not.toMatch(/NaN|undefined/);
    expect(Object.keys(svgs)).toEqual(["fit-toy.svg"]);
    expect(markdown).toContain("(images/fit-toy.svg)");
    expect(svgs["fit-toy.svg"]).toContain("Size of surprises");
    expect(await page(honest)).toEqual({ markdown, svgs });
  }, 30_000);

  it("says in words where the model fails: surprises in runs, a week beyond the law", async () => {
    let last = 0;
    const wander = normalDraws(5n, 4);
    const { markdown } = await page((week) => {
      last = 0.8 * last + 6 * wander("wander", week)[0]!;
      return week === 60 ? 2_000 : 6 + last;
    });
    expect(markdown).toMatch(/\*\*Change of the level:\*\*.*surprises come in runs/);
    expect(markdown).toMatch(/the surprise of 26 Feb 2024 is larger than its law knows/);
  }, 30_000);
});
