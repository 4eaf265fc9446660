import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openStore, type Store } from "./store.ts";

const SNAPSHOT = join(import.meta.dirname, "../../../../data");
let store: Store;
beforeAll(async () => {
  store = await openStore({ data: SNAPSHOT, cache: mkdtempSync(join(tmpdir(), "logjam-scores-")) });
});
afterAll(() => store.close());

it("holds the track record: the summary's means are those of the scores", async () => {
  const { rows } = await store.query(
    `SELECT t.forecaster, t.horizon_weeks, t.crps, avg(s.crps), count(*) FROM track_record t JOIN scores s
     ON s.target = t.target AND s.forecaster = t.forecaster AND s.horizon_weeks = t.horizon_weeks
     WHERE t.target = 'area-total' AND t.forecaster IN ('drift-4', 'm0') GROUP BY ALL ORDER BY ALL`,
  );
  expect(rows).toHaveLength(8);
  for (const [, , summary, mean, count] of rows as [string, number, number, number, number][]) {
    expect(count).toBeGreaterThan(15);
    expect(Math.abs(summary / mean - 1)).toBeLessThan(1e-4);
  }
});
