/** Rank statistics of M2's fit, in small: as for M1 (see m1.test.ts), with hidden draws of its own in every run. */
import type { Study } from "@logjam/analysis";
import { m2Study } from "@logjam/model";
import { expect, it } from "vitest";
import { calibrate, checkCalibration, SHARPEST } from "./calibrate.ts";

it("M2: ranks of the truths are uniform (false alarms 1 in 1,000)", { timeout: 180_000 }, async () => {
  const ranks = await calibrate(m2Study as Study, {
    worlds: 12,
    weeks: 20,
    particles: 64,
    movesPerStage: 8,
    seed: 12n,
    parameters: SHARPEST,
    othersTold: true,
  });
  expect(checkCalibration(ranks, 6, 0.001).filter(({ uniform }) => !uniform)).toEqual([]);
});
