import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { identityOf } from "@logjam/analysis";
import { loadEvidence } from "@logjam/evidence";
import { addWeeks, crpsEnsemble, normalDraws, quantiles } from "@logjam/inference";
import { sha256 } from "@logjam/kernel";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { extendedData, HOME, logjam, temporary } from "./fixtures.ts";
import { findingsOf, type LedgerEntry, readLedger } from "./ledger.ts";
import {
  keptWeeks,
  membersFrom,
  PROBABILITIES,
  parseQuantiles,
  quantileAt,
  quantilesOf,
  quantileText,
} from "./quantile-file.ts";
import { scoreEntry } from "./score-ledger.ts";

let folder = "";
let ledger = "";
let extended = "";
const { lastDate } = loadEvidence(join(HOME, "data"));
const RULE = ["--model", "drift-13-centred", "--members", "300"];
const record = (...flags: string[]) =>
  logjam(folder, "forecast", "--record", "--ledger", ledger, "--weeks", "13", ...RULE, ...flags);
const verify = (at = ledger) => logjam(folder, "forecast", "verify", "--ledger", at);
const score = (data: string, at = ledger) => logjam(folder, "forecast", "score", "--ledger", at, "--data", data);

beforeAll(async () => {
  folder = temporary();
  ledger = join(folder, "ledger");
  extended = extendedData(6);
  const first = await record("--as-of", "2025-09-01", "--made", "2026-01-02");
  expect(first.code).toBe(0);
  expect((await record("--as-of", lastDate, "--made", "2026-01-03")).code).toBe(0);
});
afterAll(() => {
  for (const path of [folder, extended]) rmSync(path, { recursive: true, force: true });
});

describe("quantiles in place of members", () => {
  const members = normalDraws(1n, 2000)("test/members", 0).map((z) => 80_000 + 500 * z);
  it("are the ensemble's own", () => {
    const kept = quantilesOf(members);
    expect(quantileAt(kept, 0.5)).toBe(quantiles(members, [0.5])[0]);
    expect(PROBABILITIES.every((p, i) => i === 0 || p > PROBABILITIES[i - 1]!)).toBe(true);
    for (const p of [0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975]) expect(quantileAt(kept, p)).not.toBeUndefined();
  });
  it("score within 2 % of what the members would, wherever the outcome falls", () => {
    for (const observed of [79_000, 79_800, 80_000, 80_400, 82_000]) {
      const exact = crpsEnsemble(members, observed, "nrg");
      expect(crpsEnsemble(membersFrom(quantilesOf(members)), observed, "nrg") / exact).toBeGreaterThan(0.98);
      expect(crpsEnsemble(membersFrom(quantilesOf(members)), observed, "nrg") / exact).toBeLessThan(1.02);
    }
  });
  it("keep the weeks that scores speak of, however long the forecast", () => {
    for (const weeks of [1, 4, 13, 26, 52, 104]) {
      const kept = keptWeeks(weeks);
      for (const horizon of [4, 13, 26, 39, 52, 78, 104]) if (horizon <= weeks) expect(kept).toContain(horizon);
      expect(kept.length).toBeLessThan(60);
      expect(kept.at(-1)).toBe(weeks);
    }
  });
  it("come back from their file; a cut or changed row is named", () => {
    const row = { series: "deaths", place: "all", date: "2026-01-05", values: quantilesOf(members) };
    const text = quantileText([row, row]);
    expect(parseQuantiles(text, "f.csv")[1]!.values.map((x) => Math.round(x))).toEqual(
      row.values.map((x) => Math.round(x)),
    );
    expect(() => parseQuantiles(text.slice(0, -20), "f.csv")).toThrow(/forecast\/ledger-broken/);
    expect(() => parseQuantiles(text.replace("series", "Series"), "f.csv")).toThrow(/columns/);
  });
});

describe("the ledger", () => {
  it("keeps small files, and entries that say what was known and how it was made", async () => {
    const [first, second] = readLedger(ledger);
    expect(first).toMatchObject({ asOf: "2025-09-01", made: "2026-01-02", weeks: 13, seed: "1", previous: "" });
    expect(first!.data.to).toBe(lastDate);
    expect(second!.previous).toBe(first!.entry);
    for (const { file } of [first!, second!]) expect(statSync(join(ledger, file)).size).toBeLessThan(300_000);
    expect(await verify()).toMatchObject({ code: 0, out: expect.stringContaining("2 forecast(s)") });
  });
  it("the largest that can be recorded stays below 300 kB", async () => {
    const at = join(folder, "large");
    const all = "area-total,area-by-sector,personnel,deaths,tank,artillery";
    await record("--weeks", "104", "--series", all, "--ledger", at);
    expect(statSync(join(at, readLedger(at)[0]!.file)).size).toBeLessThan(300_000);
  });
  it("takes a forecast once, and none that is dated back", async () => {
    const again = await record("--as-of", lastDate, "--made", "2026-01-04");
    expect(again.err).toMatch(/forecast\/already-recorded/);
    expect((await record("--as-of", lastDate, "--made", "2026-01-01", "--seed", "5")).err).toMatch(
      /forecast\/made-early/,
    );
    expect(readLedger(ledger)).toHaveLength(2);
    expect(readdirSync(ledger)).toHaveLength(3);
  });
  it("an empty one is sound, and has nothing to score", async () => {
    const none = join(folder, "none");
    expect((await verify(none)).out).toBe("The ledger is empty.\n");
    expect((await score(join(HOME, "data"), none)).out).toMatch(/ledger is empty: nothing to score/);
    expect(existsSync(none)).toBe(false);
  });
});

describe("planted defects in the ledger are caught", () => {
  /** A copy to tamper with. */
  const copy = (name: string): string => {
    const at = join(folder, name);
    cpSync(ledger, at, { recursive: true });
    return at;
  };
  const change = (at: string, edit: (entries: LedgerEntry[]) => unknown[]) => {
    const index = JSON.parse(readFileSync(join(at, "index.json"), "utf8"));
    writeFileSync(join(at, "index.json"), JSON.stringify({ ...index, entries: edit(index.entries) }));
  };
  const caught = async (at: string, pattern: RegExp) => {
    const { code, err } = await verify(at);
    expect(code).toBe(2);
    expect(err).toMatch(/forecast\/ledger-(unsound|broken)/);
    expect(err).toMatch(pattern);
    // Nothing is scored from a ledger that is not sound.
    expect((await score(join(HOME, "data"), at)).code).toBe(2);
    expect(existsSync(join(at, "scores.csv"))).toBe(false);
  };
  it("a forecast that was bettered afterwards", async () => {
    const at = copy("bettered");
    const file = join(at, readLedger(at)[0]!.file);
    writeFileSync(file, readFileSync(file, "utf8").replace(/(\d)\n$/, "0\n"));
    await caught(at, /entry 1 .*the file was changed after it was recorded/);
  });
  it("an entry that was dated back", async () => {
    const at = copy("dated");
    change(at, ([first, second]) => [{ ...first, made: "2025-09-02" }, second]);
    await caught(at, /entry 1 .*was changed after it was recorded/);
  });
  it("a forged entry with a new hash of its own: the next one does not follow on it", async () => {
    const at = copy("forged");
    const [first, second] = readLedger(at);
    const file = join(at, first!.file);
    const text = readFileSync(file, "utf8").replace(/(\d)\n$/, "0\n");
    writeFileSync(file, text);
    const { entry: _entry, ...unsealed } = { ...first!, sha256: await sha256(text) };
    change(at, () => [{ ...unsealed, entry: "" }, second]);
    const sealed = { ...unsealed, entry: await identityOf(unsealed) };
    change(at, () => [sealed, second]);
    await caught(at, /entry 2 .*does not follow on the entry before it/);
  });
  it("a bad forecast that was taken out, with and without its file", async () => {
    const at = copy("cut");
    change(at, ([, second]) => [second]);
    await caught(at, /does not follow on.*no entry speaks of it/s);
    rmSync(join(at, readLedger(ledger)[0]!.file));
    await caught(at, /entry 1 .*does not follow on/);
  });
  it("a file that is missing, and one that no one recorded", async () => {
    const at = copy("missing");
    rmSync(join(at, readLedger(at)[1]!.file));
    writeFileSync(join(at, "2025-01-06-better.csv"), "x");
    await caught(at, /the file is missing.*2025-01-06-better\.csv is in the folder/s);
  });
  it("an entry that knows more than its data, or was made before its date", async () => {
    const entries = readLedger(ledger);
    const findings = await findingsOf(ledger, [
      { ...entries[0]!, asOf: addWeeks(lastDate, 1), made: "2025-12-01" },
      entries[1]!,
    ]);
    expect(findings.join()).toMatch(/before its own as-of date.*beyond its own data/);
  });
  it("an index that is torn, or holds what no version writes", async () => {
    const at = copy("torn");
    const index = join(at, "index.json");
    const text = readFileSync(index, "utf8");
    writeFileSync(index, text.slice(0, 300));
    await caught(at, /not JSON/);
    writeFileSync(index, text.replace('"weeks": 13', '"weeks": "many"'));
    await caught(at, /entries\.0\.weeks/);
  });
  it("nothing is recorded into a ledger that is not sound", async () => {
    const at = copy("unsound");
    change(at, ([first, second]) => [second, first]);
    const before = readFileSync(join(at, "index.json"), "utf8");
    expect((await record("--ledger", at, "--seed", "9", "--made", "2026-02-02")).err).toMatch(/ledger-unsound/);
    expect(readFileSync(join(at, "index.json"), "utf8")).toBe(before);
  });
});

describe("scores of the ledger", () => {
  it("before data arrive: says what is awaited and when", async () => {
    const at = join(folder, "awaiting");
    await record("--ledger", at, "--as-of", lastDate);
    const { out, code } = await score(join(HOME, "data"), at);
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`No outcome has arrived: the data end on ${lastDate}`));
    expect(out).toContain(`4 weeks on ${addWeeks(lastDate, 4)}, 13 weeks on ${addWeeks(lastDate, 13)}`);
    expect(existsSync(join(at, "scores.csv"))).toBe(false);
  });
  it("scores what has arrived against the naive rules, and tells the blind from the rest", async () => {
    const { out, code } = await score(extended);
    expect(code).toBe(0);
    expect(out).toMatch(/as of 2025-09-01.*area-total\* +13 .*not blind: the outcome was in the data/s);
    expect(out).toMatch(new RegExp(`as of ${lastDate}.*area-total +4 .*Awaited from`, "s"));
    const [header, ...lines] = readFileSync(join(ledger, "scores.csv"), "utf8").trimEnd().split("\n");
    const columns = header!.split(",");
    const rows = lines.map((line) => Object.fromEntries(line.split(",").map((cell, i) => [columns[i]!, cell])));
    for (const row of rows) expect(row["blind"]).toBe(row["date"]! > lastDate ? "1" : "0");
    const of = (asOf: string, series: string) =>
      rows.filter((row) => row["as_of"] === asOf && row["series"] === series);
    expect(of("2025-09-01", "area-total")).toHaveLength(13);
    // Six made-up weeks have arrived since the second forecast; deaths of none, for their source ends before.
    expect(of(lastDate, "area-total")).toHaveLength(6);
    expect(of(lastDate, "area-by-sector")).toHaveLength(48);
    expect(of(lastDate, "deaths")).toHaveLength(0);
    expect((await score(extended)).out).toBe(out);
  });
  it("are those of the forecast on its date: worked by hand", async () => {
    const evidence = loadEvidence(join(HOME, "data"));
    const [entry] = readLedger(ledger);
    const { scores, revised } = await scoreEntry(evidence, ledger, entry!);
    expect(revised).toBe(false);
    const found = scores.find(({ series, horizonWeeks }) => series === "personnel" && horizonWeeks === 13)!;
    const claimed = evidence.hindsight().weeklyLosses("personnel");
    expect(found.date).toBe("2025-12-01");
    expect(found.observed).toBe(claimed.find(({ date }) => date === "2025-12-01")!.cumulative);
    const rows = parseQuantiles(readFileSync(join(ledger, entry!.file), "utf8"), "f");
    const row = rows.find(({ series, date }) => series === "personnel" && date === "2025-12-01")!;
    expect(found.median).toBe(quantileAt(row.values, 0.5));
    expect(found.covered[1]).toBe(found.observed >= found.lower80 && found.observed <= found.upper80);
    // The integral of twice the quantile loss over a fine grid, with quantiles between the kept ones on straight lines.
    const at = (p: number) => {
      const above = Math.max(
        1,
        PROBABILITIES.findIndex((q) => q >= p),
      );
      const [low, high] = [PROBABILITIES[above - 1]!, PROBABILITIES[above]!];
      const part = Math.min(1, Math.max(0, (p - low) / (high - low)));
      return row.values[above - 1]! + part * (row.values[above]! - row.values[above - 1]!);
    };
    let integral = 0;
    for (let i = 0; i < 4000; i++) {
      const p = (i + 0.5) / 4000;
      const quantile = p > 0.995 ? row.values.at(-1)! : at(p);
      integral += (2 * ((found.observed <= quantile ? 1 : 0) - p) * (quantile - found.observed)) / 4000;
    }
    expect(found.crps / integral).toBeCloseTo(1, 2);
    expect(found.naive.every((crps) => crps > 0)).toBe(true);
  });
  it("planted defects: outcomes of another unit, side or week do not pass for the forecast's own", async () => {
    const evidence = loadEvidence(join(HOME, "data"));
    const at = join(folder, "wrong");
    cpSync(ledger, at, { recursive: true });
    const [entry] = readLedger(at);
    const honest = (await scoreEntry(evidence, at, entry!)).scores;
    const file = join(at, entry!.file);
    const text = readFileSync(file, "utf8");
    const area = (scores: typeof honest) =>
      scores.filter(({ series }) => series === "area-total").map(({ crps }) => crps);
    const planted = async (edit: (value: number) => number) => {
      const rows = parseQuantiles(text, file).map((row) => ({ ...row, values: row.values.map(edit).sort() }));
      writeFileSync(file, quantileText(rows));
      return area((await scoreEntry(evidence, at, entry!)).scores);
    };
    const [worst] = [Math.max(...area(honest))];
    expect(Math.min(...(await planted((x) => x * 1e6)))).toBeGreaterThan(1e6 * worst!);
    expect(Math.min(...(await planted((x) => 576_781 - x)))).toBeGreaterThan(50 * worst!);
    const shifted = text.replaceAll(/(\d{4}-\d{2}-\d{2})/g, (date) =>
      addWeeks(date, -1).replace(/\d$/, (d) => String((+d + 1) % 10)),
    );
    writeFileSync(file, shifted);
    expect((await scoreEntry(evidence, at, entry!)).scores).toHaveLength(0);
  });
  it("say where what was known has been revised since", async () => {
    const [entry] = readLedger(ledger);
    const other = { ...entry!, data: { ...entry!.data, identity: "0".repeat(64) } };
    expect((await scoreEntry(loadEvidence(join(HOME, "data")), ledger, other)).revised).toBe(true);
  });
});
