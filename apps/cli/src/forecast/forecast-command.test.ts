import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadEvidence } from "@logjam/evidence";
import { addWeeks, fromRule, learnAt, NAIVE_RULES, STRONG_RULES } from "@logjam/inference";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { historiesFrom } from "../backtest/histories.ts";
import { forecastErrors } from "./errors.ts";
import { extendedData, HOME, logjam, OPEN_FAMILIES, temporary } from "./fixtures.ts";
import { makeForecast } from "./make-forecast.ts";
import { releasedForecaster, releasedOptions } from "./released.ts";
import { SERIES } from "./series.ts";
import { taughtText } from "./taught.ts";

let folder = "";
let extended = "";
beforeAll(() => {
  folder = temporary();
  extended = extendedData(10);
});
afterAll(() => {
  for (const path of [folder, extended]) rmSync(path, { recursive: true, force: true });
});

const RULE = ["--model", "drift-13-centred", "--members", "20", "--weeks", "3"];
const forecast = (...flags: string[]) => logjam(folder, "forecast", ...RULE, ...flags);
const read = (name: string) => {
  const [header, ...lines] = readFileSync(join(folder, name), "utf8").trimEnd().split("\n");
  const rows = lines.map((line) => {
    const [series, place, date, member, value] = line.split(",");
    return { series: series!, place: place!, date: date!, member: Number(member), value: Number(value) };
  });
  return { header, rows };
};
const evidence = () => loadEvidence(join(HOME, "data"));

describe("a forecast file", () => {
  it("holds levels of every series, place, date and member, and nothing else", async () => {
    const asOf = "2025-06-02";
    const said = await forecast("--as-of", asOf, "--series", SERIES.join(","), "--out", "all.csv");
    expect(said).toMatchObject({ code: 0, out: "Written: all.csv\n" });
    expect(said.err).toMatch(/drift of the last 13 weeks, errors of either sign: 20 members/);
    const { header, rows } = read("all.csv");
    expect(header).toBe("series,place,date,member,value");
    const places = new Map(SERIES.map((name) => [name, name === "area-by-sector" ? 8 : 1]));
    for (const [name, count] of places) {
      const own = rows.filter(({ series }) => series === name);
      expect(own).toHaveLength(count * 3 * 20);
      expect(new Set(own.map(({ place }) => place)).size).toBe(count);
      expect([...new Set(own.map(({ date }) => date))]).toEqual([1, 2, 3].map((week) => addWeeks(asOf, week)));
      expect(new Set(own.map(({ member }) => member)).size).toBe(20);
    }
    // Levels go on from what was known: within what three weeks may change.
    const known = historiesFrom(evidence().asOf(asOf));
    for (const [name, most] of [
      ["area-total", 2000],
      ["personnel", 60_000],
      ["deaths", 4000],
      ["tank", 1000],
    ] as const)
      for (const { value } of rows.filter(({ series }) => series === name))
        expect(Math.abs(value - known[name]!.levels.at(-1)!)).toBeLessThan(most);
  });
  it("is the same, byte for byte, for the same question, and not for another seed", async () => {
    await forecast("--as-of", "2025-06-02", "--out", "one.csv");
    await forecast("--as-of", "2025-06-02", "--out", "two.csv");
    await forecast("--as-of", "2025-06-02", "--out", "other.csv", "--seed", "2");
    const [one, two, other] = ["one", "two", "other"].map((name) => readFileSync(join(folder, `${name}.csv`), "utf8"));
    expect(one).toBe(two);
    expect(one).not.toBe(other);
    for (const name of ["p", "q"]) await forecast("--as-of", "2025-06-02", "--out", `${name}.parquet`);
    const [p, q] = ["p", "q"].map((name) => readFileSync(join(folder, `${name}.parquet`)));
    expect(p!.subarray(0, 4).toString()).toBe("PAR1");
    expect(p!.equals(q!)).toBe(true);
  });
  it("a series does not depend on what else is asked for", async () => {
    await forecast("--as-of", "2025-06-02", "--series", "area-total,personnel", "--out", "few.csv");
    const wanted = (name: string) => read(name).rows.filter(({ series }) => series === "personnel");
    await forecast("--as-of", "2025-06-02", "--series", "personnel", "--out", "lone.csv");
    expect(wanted("few.csv")).toEqual(wanted("lone.csv"));
  });
  it("dates deaths by the Monday on which the week begins, as the source's series", async () => {
    await forecast("--as-of", "2025-06-02", "--series", "deaths", "--out", "deaths.csv", "--model", "no-change");
    const known = evidence().asOf("2025-06-02").series("meduza.deaths");
    expect(known.at(-1)!.date).toBe("2025-05-26");
    expect(known.every(({ revised }) => revised)).toBe(true);
    const { rows } = read("deaths.csv");
    expect(rows[0]!.date).toBe("2025-06-09");
    expect((await forecast("--as-of", "2025-06-02", "--series", "deaths")).err).toMatch(/note: deaths: One release/);
  });
  it("without an as-of date starts from the newest Monday, and names the file after it", async () => {
    const { lastDate } = evidence();
    expect((await forecast()).out).toBe(`Written: forecast-${lastDate}.csv\n`);
  });
  it("uses nothing from after its date: later data change no byte", async () => {
    const { lastDate } = evidence();
    await forecast("--as-of", lastDate, "--out", "shipped.csv");
    await forecast("--as-of", lastDate, "--out", "later.csv", "--data", extended);
    expect(readFileSync(join(folder, "later.csv"))).toEqual(readFileSync(join(folder, "shipped.csv")));
  });
});

describe("after an import of newer data", () => {
  it("forecasts from the new last Monday, from where the new weeks end", async () => {
    const last = addWeeks(evidence().lastDate, 10);
    const said = await forecast("--as-of", last, "--data", extended, "--out", "new.csv", "--model", "drift-4-centred");
    expect(said.code).toBe(0);
    const { rows } = read("new.csv");
    const held = historiesFrom(loadEvidence(extended).hindsight())["area-total"]!.levels.at(-1)!;
    const first = rows.filter(({ series, date }) => series === "area-total" && date === addWeeks(last, 1));
    expect(first).toHaveLength(20);
    for (const { value } of first) expect(Math.abs(value - held)).toBeLessThan(1000);
  });
  it("says where a source ends early, and forecasts the weeks between too", async () => {
    const last = addWeeks(evidence().lastDate, 10);
    const said = await forecast("--as-of", last, "--data", extended, "--series", "deaths", "--out", "gap.csv");
    expect(said.code).toBe(0);
    expect(said.err).toMatch(
      /deaths: what is known ends on 2025-12-22; the 10 weeks up to 2026-03-09 are forecast too/,
    );
    // The rule is the one of the last known week, ten weeks further: its spread is that of 12 weeks ahead, not of 1.
    await forecast("--as-of", "2025-12-29", "--weeks", "11", "--series", "deaths", "--out", "long.csv", "--seed", "1");
    const spread = (name: string, date: string) => {
      const values = read(name)
        .rows.filter((row) => row.date === date)
        .map(({ value }) => value);
      return Math.max(...values) - Math.min(...values);
    };
    expect(spread("gap.csv", "2026-03-16")).toBeGreaterThan(spread("long.csv", "2026-01-05"));
  });
});

describe("the released forecast", () => {
  const rules = [...NAIVE_RULES, ...STRONG_RULES].map((rule) => fromRule(rule, "naive"));
  const question = { asOf: "2025-06-02", weeks: 2, series: ["personnel"], members: 20, seed: 1n };
  it("is a stack of all forecasters that speak of a series, equal in weight where nothing was learnt", async () => {
    const made = await makeForecast(
      evidence(),
      releasedForecaster(rules, () => [], OPEN_FAMILIES),
      question,
    );
    expect(Object.keys(made.levels)).toEqual(["personnel"]);
    expect(made.levels["personnel"]).toHaveLength(40);
    const taught = taughtText(
      learnAt(
        releasedOptions(rules, () => [], OPEN_FAMILIES),
        question.asOf,
      ),
    );
    expect(taught).toHaveLength(4);
    expect(taught[1]).toMatch(/^personnel: weights from no past origin, so equal: no-change 11 %, .*4 weeks 1\.00/);
  });
  it("refuses a record that cannot be read", async () => {
    const broken = join(folder, "broken");
    mkdirSync(join(broken, "stack"), { recursive: true });
    writeFileSync(join(broken, "stack", "2025-01-06.json"), '{"format":"logjam-stack-record/1"}');
    const { code, err } = await logjam(folder, "forecast", "--track-record", broken);
    expect(code).toBe(2);
    expect(err).toMatch(/forecast\/stack-record.*2025-01-06\.json/s);
  });
});

describe("what goes wrong", () => {
  const { mondays, lastDate } = evidence();
  it.each([
    [["--as-of", "2025-06-04"], forecastErrors.notAMonday("2025-06-04", lastDate).message, /nearest is 2025-06-02/],
    [["--as-of", "2025-06-07"], forecastErrors.notAMonday("2025-06-07", lastDate).message, /nearest is 2025-06-09/],
    [["--as-of", "2023-01-02"], forecastErrors.tooEarly("2023-01-02", "2023-05-29").message, /2023-05-29/],
    [["--as-of", mondays[0]!], forecastErrors.tooEarly(mondays[0]!, "2023-05-29").message, /2023-05-29/],
    [["--as-of", addWeeks(lastDate, 1)], forecastErrors.afterData("", lastDate).message, /logjam data import/],
    [["--as-of", "June"], forecastErrors.notADate("June").message, /2025-12-29/],
    [["--as-of", "2025-02-30"], forecastErrors.notADate("2025-02-30").message, /Monday/],
    [["--series", "personel"], "forecast/unknown-series: there is no series 'personel'", /Did you mean 'personnel'/],
    [["--series", "area-total,,deaths"], "forecast/unknown-series", /Known: area-total/],
    [["--model", "drift-12"], "forecast/unknown-model", /Did you mean 'drift-1/],
    [["--model", "m0", "--series", "deaths"], "forecast/not-forecast", /area-total, area-by-sector/],
    [["--weeks", "0"], "option/value", /from 1 to 104/],
    [["--weeks", "105"], "option/value", /from 1 to 104/],
    [["--weeks", "1.5"], "option/value", /from 1 to 104/],
    [["--members", "9"], "option/value", /from 10 to 100000/],
    [["--members", "100001"], "option/value", /from 10 to 100000/],
    [["--seed", "-1"], "option/value", /whole number/],
    [["--made", "today", "--record"], "option/value", /a date is written like/],
    [["--out", "x.xlsx"], forecastErrors.extension("x.xlsx").message, /\.csv or \.parquet/],
    [["--out", "/proc/nowhere/x.csv"], "output/file", /nothing was left half-written/],
    [["--out", "/proc/nowhere/x.parquet"], "output/file", /Choose a folder/],
    [["--data", "/nowhere"], "file/missing", /nowhere/],
    [["--frobnicate"], "unknown option", /frobnicate/],
  ])("%j: one message, exit code 2, and nothing written", async (flags, message, next) => {
    const before = readdirSync(folder).sort();
    const { code, err, out } = await forecast(...flags);
    expect(err).toContain(message);
    expect(err).toMatch(next);
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err).not.toMatch(/fault\/unexpected|\n {4}at /);
    expect(readdirSync(folder).sort()).toEqual(before);
  });
  it("a forecast that fails on its way leaves what was there", async () => {
    const file = join(folder, "kept.csv");
    writeFileSync(file, "as it was");
    // M0 cannot speak of deaths: found before anything is written.
    const { code } = await forecast("--model", "m0", "--series", "deaths", "--out", "kept.csv");
    expect(code).toBe(2);
    expect(readFileSync(file, "utf8")).toBe("as it was");
    expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });
  it("a folder in the file's place is not written over", async () => {
    mkdirSync(join(folder, "taken.csv"));
    expect((await forecast("--out", "taken.csv")).err).toMatch(/output\/file.*something else than a file/s);
    expect(existsSync(join(folder, "taken.csv"))).toBe(true);
  });
});
