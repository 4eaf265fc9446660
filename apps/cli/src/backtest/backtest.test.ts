import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Evidence, loadEvidence } from "@logjam/evidence";
import { type BacktestPlan, checkHistory, fromRule, NAIVE_RULES } from "@logjam/inference";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { backtestCommand } from "../commands/backtest.ts";
import type { Context } from "../context.ts";
import { historiesFrom, POSITIONAL_SINCE } from "./histories.ts";
import { runBacktest } from "./run-backtest.ts";
import { GROUPS, TARGETS } from "./targets.ts";

const home = fileURLToPath(new URL("../../../..", import.meta.url));
let evidence: Evidence;
let folder: string;
beforeAll(() => {
  evidence = loadEvidence(join(home, "data"));
  folder = mkdtempSync(join(tmpdir(), "logjam-backtest-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const plan: BacktestPlan = {
  targets: TARGETS,
  groups: GROUPS,
  forecasters: NAIVE_RULES.slice(0, 2).map((rule) => fromRule(rule, "naive")),
  horizons: [4, 13],
  members: 100,
  seed: 1n,
};
const run = (into: string, change: Partial<BacktestPlan> = {}) =>
  runBacktest(evidence, { plan: { ...plan, ...change }, from: "2025-07-01", folder: into, progress: () => {} });

describe("histories", () => {
  it("of every target pass the guards at every first Monday, and end on it", () => {
    for (const origin of ["2023-06-05", "2024-09-02", "2025-12-01"]) {
      const known = historiesFrom(evidence.asOf(origin));
      for (const target of TARGETS) {
        expect(() => checkHistory(target, known[target.id]!, origin)).not.toThrow();
        expect(known[target.id]!.dates[0]).toBe(POSITIONAL_SINCE);
      }
    }
  });
  it("of sectors add up to the total", () => {
    const known = historiesFrom(evidence.hindsight());
    const sectors = TARGETS.filter(({ id }) => id.startsWith("area/"));
    expect(sectors).toHaveLength(8);
    known["area-total"]!.levels.forEach((total, week) => {
      const sum = sectors.reduce((level, { id }) => level + known[id]!.levels[week]!, 0);
      expect(Math.abs(total - sum)).toBeLessThan(5);
    });
  });
});

describe("a backtest", () => {
  it("is deterministic, resumes origin by origin, and ends the same", async () => {
    const first = await run(join(folder, "a"));
    expect(first.origins).toEqual(["2025-07-07", "2025-08-04", "2025-09-01", "2025-10-06", "2025-11-03", "2025-12-01"]);
    expect(first.resumed).toBe(0);
    const again = await run(join(folder, "a"));
    expect(again.resumed).toBe(6);
    expect(again.rows).toEqual(first.rows);
    // A run that was killed before its last two origins were done.
    const origins = join(folder, "a", "origins");
    for (const file of readdirSync(origins).slice(-2)) rmSync(join(origins, file));
    const finished = await run(join(folder, "a"));
    expect(finished.resumed).toBe(4);
    expect(finished.rows).toEqual(first.rows);
    const other = await run(join(folder, "b"));
    expect(other.rows).toEqual(first.rows);
  });
  it("does not take over scores that something else made", async () => {
    await run(join(folder, "c"));
    expect((await run(join(folder, "c"), { seed: 2n })).resumed).toBe(0);
    expect((await run(join(folder, "c"), { seed: 2n, members: 120 })).resumed).toBe(0);
    const file = join(folder, "c", "origins", "2025-07-07.csv");
    writeFileSync(file, "torn");
    utimesSync(file, 0, 0);
    const mended = await run(join(folder, "c"), { seed: 2n, members: 120 });
    expect(mended.resumed).toBe(5);
    expect(readFileSync(file, "utf8")).toMatch(/^origin,horizon_weeks,target,forecaster/);
  });
  it("scores a horizon only when it has been reached", async () => {
    const { rows } = await run(join(folder, "d"));
    const reached = (weeks: number) => new Set(rows.filter((r) => r.horizonWeeks === weeks).map((r) => r.origin));
    expect(reached(4).size).toBe(6);
    expect([...reached(13)]).toEqual(["2025-07-07", "2025-08-04", "2025-09-01"]);
  });
});

describe("logjam backtest", () => {
  const command = async (...flags: string[]) => {
    let stdout = "";
    const context: Context = {
      stdout: { write: (text: string) => (stdout += text) },
      stderr: { write: () => true },
      environment: {},
      cwd: folder,
      home,
    };
    const paths = ["--out", join(folder, "cli"), "--document", join(folder, "cli.md")];
    const asked = backtestCommand(context).exitOverride();
    await asked.parseAsync([...flags, ...paths], { from: "user" });
    return stdout;
  };
  it("writes scores, a summary and the track record in words", async () => {
    const stdout = await command("--from", "2025-06-01", "--members", "100", "--forecasters", "no-change,ar-1");
    expect(stdout).toMatch(/^7 origins\./);
    const document = readFileSync(join(folder, "cli.md"), "utf8");
    expect(document).toMatch(/^# How good have the forecasts been\?/);
    expect(document).not.toMatch(/NaN|undefined/);
    const [header, ...lines] = readFileSync(join(folder, "cli", "summary.csv"), "utf8")
      .trimEnd()
      .split("\n");
    expect(header).toMatch(/^target,horizon_weeks,forecaster,origins,crps,skill/);
    for (const line of lines) expect(line.split(",")).toHaveLength(header!.split(",").length);
  });
  it("names the nearest forecaster, and refuses what it cannot read", async () => {
    await expect(command("--forecasters", "drift-5")).rejects.toThrow(
      /backtest\/unknown-forecaster.*Did you mean 'drift-4'/s,
    );
    await expect(command("--members", "many")).rejects.toThrow(/whole number/);
    await expect(command("--from", "June")).rejects.toThrow(/a date is written like/);
    await expect(command("--from", "2026-01-01", "--forecasters", "ar-1")).rejects.toThrow(/leaves room/);
  });
});
