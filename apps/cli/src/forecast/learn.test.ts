import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Evidence, loadEvidence } from "@logjam/evidence";
import { fromRule, learnAt, NAIVE_RULES, STRONG_RULES, type StackRecord } from "@logjam/inference";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { historiesFrom } from "../backtest/histories.ts";
import { FAMILIES, HORIZONS } from "./families.ts";
import { extendedData, HOME, OPEN_FAMILIES, temporary } from "./fixtures.ts";
import { learnAll, learnOrigin } from "./learn.ts";
import { makeForecast } from "./make-forecast.ts";
import { releasedForecaster, releasedOptions, shared } from "./released.ts";
import { parseRecord, readRecords, recordText, stackFolder } from "./stack-records.ts";

const rules = shared([...NAIVE_RULES.slice(0, 2), STRONG_RULES[1]!].map((rule) => fromRule(rule, "naive")));
const optionsWith = (records: () => readonly StackRecord[]) => releasedOptions(rules, records, OPEN_FAMILIES);

let folder = "";
let extended = "";
let evidence: Evidence;
beforeAll(() => {
  folder = temporary();
  extended = extendedData(5);
  evidence = loadEvidence(join(HOME, "data"));
});
afterAll(() => {
  for (const path of [folder, extended]) rmSync(path, { recursive: true, force: true });
});

const learn = (into: string, change: { members?: number; data?: Evidence } = {}) =>
  learnAll(change.data ?? evidence, {
    optionsWith,
    from: "2025-04-01",
    members: change.members ?? 60,
    seed: 1n,
    folder: into,
    stored: readRecords(into),
    progress: () => {},
  });

describe("the families of the released stack", () => {
  it("have shares that add up, and cover every target once", () => {
    for (const { shares, total } of FAMILIES) {
      expect(Object.values(shares).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
      for (const target of total === undefined ? [] : [total.target, ...total.parts])
        expect(shares).toHaveProperty(target);
    }
    const all = FAMILIES.flatMap(({ shares }) => Object.keys(shares)).sort();
    expect(all).toEqual(Object.keys(historiesFrom(evidence.hindsight())).sort());
  });
});

describe("learning from past origins", () => {
  it("writes one small file an origin, resumes where it stood, and ends the same", async () => {
    const into = join(folder, "a");
    expect(await learn(into)).toEqual({ origins: 9, resumed: 0 });
    const files = readdirSync(stackFolder(into));
    expect(files).toHaveLength(9);
    const texts = files.map((name) => readFileSync(join(stackFolder(into), name), "utf8"));
    for (const text of texts) expect(text.length).toBeLessThan(60_000);
    expect(await learn(into)).toEqual({ origins: 9, resumed: 9 });
    // A run that was killed before its last three origins.
    for (const name of files.slice(-3)) rmSync(join(stackFolder(into), name));
    expect(await learn(into)).toEqual({ origins: 9, resumed: 6 });
    expect(files.map((name) => readFileSync(join(stackFolder(into), name), "utf8"))).toEqual(texts);
  });
  it("does not take over what something else made", async () => {
    const into = join(folder, "b");
    await learn(into);
    expect(await learn(into, { members: 50 })).toEqual({ origins: 9, resumed: 0 });
  });
  it("newer data bring outcomes to the origins within their reach, and a new origin", async () => {
    const into = join(folder, "c");
    await learn(into);
    const newer = await learn(into, { data: loadEvidence(extended) });
    // All nine origins lie within a year of the new weeks, and January leaves room for a tenth.
    expect(newer).toEqual({ origins: 10, resumed: 0 });
    expect(await learn(into, { data: loadEvidence(extended) })).toEqual({ origins: 10, resumed: 10 });
  });
  it("an origin's record holds every outcome that has arrived, with the day from which it was known", async () => {
    const into = join(folder, "d");
    await learn(into);
    const [first] = readRecords(into).map(({ record }) => record);
    expect(first!.origin).toBe("2025-04-07");
    const horizonsOf = (target: string) =>
      first!.cells.filter((cell) => cell.target === target).map(({ horizonWeeks }) => horizonWeeks);
    expect(horizonsOf("area-total")).toEqual([4, 13, 26]);
    expect(first!.cells.find(({ target }) => target === "area-total")!.knownFrom).toBe("2025-05-05");
    expect(first!.cells.find(({ target }) => target === "deaths")!.knownFrom).toBe("2025-05-12");
    expect(first!.cells).toHaveLength(13 * 3);
    expect(first!.spreads).toHaveLength(13 * 3);
  });
  it("records come back from their text as they were written", async () => {
    const [stored] = readRecords(join(folder, "d"));
    const holed = {
      ...stored!,
      record: {
        ...stored!.record,
        cells: [{ ...stored!.record.cells[0]!, toObserved: [1, Number.NaN, 3] }],
      },
    };
    for (const record of [stored!, holed]) expect(parseRecord(recordText(record), "f")).toEqual(record);
    expect(() => parseRecord("{", "f.json")).toThrow(/forecast\/stack-record/);
  });
  it("a forecast needs the records alone: no past origin is asked again", async () => {
    const records = readRecords(join(folder, "d")).map(({ record }) => record);
    const asked: string[] = [];
    const listening = rules.map((rule) => ({
      ...rule,
      forecast: (request: Parameters<typeof rule.forecast>[0]) => {
        asked.push(request.origin);
        return rule.forecast(request);
      },
    }));
    const question = { asOf: "2025-12-01", weeks: 4, series: ["area-total"], members: 40, seed: 1n };
    const made = await makeForecast(
      evidence,
      releasedForecaster(listening, () => records, OPEN_FAMILIES),
      question,
    );
    expect(made.levels["area-total"]).toHaveLength(160);
    expect(new Set(asked)).toEqual(new Set(["2025-12-01"]));
    const area = learnAt(
      optionsWith(() => records),
      "2025-12-01",
    )[0]!;
    expect(area.origins).toBe(8);
    expect(area.weights.some((weight) => Math.abs(weight - 1 / 3) > 0.01)).toBe(true);
  });
});

describe("planted defect: weights learnt from the future", () => {
  it("what happened after an origin changes what it teaches, and not the weights that it had", async () => {
    const into = join(folder, "e");
    await learn(into);
    const records = readRecords(into).map(({ record }) => record);
    const origin = "2025-08-04";
    const before = learnAt(
      optionsWith(() => records),
      origin,
    );
    // The record rewritten after the origin: other outcomes, other scores.
    const actual = Object.fromEntries(
      Object.entries(historiesFrom(evidence.hindsight())).map(([id, { dates, levels }]) => [
        id,
        { dates, levels: levels.map((level, i) => (dates[i]! > origin ? level * 1.5 + 100 : level)) },
      ]),
    );
    const rewritten: StackRecord[] = [];
    for (const { origin: each } of records) {
      const known = historiesFrom(evidence.asOf(each));
      const asked = { options: optionsWith(() => rewritten), origin: each, known, actual, members: 60, seed: 1n };
      rewritten.push((await learnOrigin({ ...asked, folder: join(folder, "f") })).record);
      if (each >= "2025-07-07") break;
    }
    const after = learnAt(
      optionsWith(() => rewritten),
      origin,
    );
    expect(after.map(({ weights, spreads }) => [[...weights], spreads])).toEqual(
      before.map(({ weights, spreads }) => [[...weights], spreads]),
    );
    expect(rewritten.at(-1)!.cells).not.toEqual(records.find((r) => r.origin === rewritten.at(-1)!.origin)!.cells);
  });
  it("a record whose outcomes are dated before they happened is refused", async () => {
    const into = join(folder, "e");
    const [stored] = readRecords(into);
    const cells = stored!.record.cells.map((cell) => ({ ...cell, knownFrom: stored!.record.origin }));
    const file = join(stackFolder(into), `${stored!.record.origin}.json`);
    writeFileSync(file, recordText({ ...stored!, record: { ...stored!.record, cells } }));
    const records = readRecords(into).map(({ record }) => record);
    expect(() =>
      learnAt(
        optionsWith(() => records),
        "2025-12-01",
      ),
    ).toThrow(/stack\/known-too-early/);
    expect(HORIZONS).toEqual([4, 13, 26, 52]);
  });
});
