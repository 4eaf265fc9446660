/**
 * Rank statistics of M1's fit, in small: the fit is told all parameters but ten, so that 64 particles find its posterior.
 * The full version, with nothing told: `npm run calibrate`, docs/calibration.md.
 */
import type { Study } from "@logjam/analysis";
import { m1Study } from "@logjam/model";
import { expect, it } from "vitest";
import { biased, type CalibrationRequest, calibrate, checkCalibration, overconfident, SHARPEST } from "./calibrate.ts";

const study = m1Study as Study;
const request: CalibrationRequest = {
  worlds: 16,
  weeks: 20,
  particles: 64,
  movesPerStage: 8,
  seed: 11n,
  parameters: SHARPEST,
  othersTold: true,
};
const judged = async (changed: Partial<CalibrationRequest>) =>
  checkCalibration(await calibrate(study, { ...request, ...changed }), 6, 0.001);

it("M1: ranks of the truths are uniform (false alarms 1 in 1,000)", { timeout: 180_000 }, async () => {
  const checks = await judged({});
  expect(checks.filter(({ uniform }) => !uniform)).toEqual([]);
});

it("planted defect: the likelihood counted twice is found overconfident", { timeout: 180_000 }, async () => {
  const checks = await judged({ worlds: 12, defect: overconfident! });
  expect(checks.find(({ parameter }) => parameter === "together")!.uniform).toBe(false);
});

it("planted defect: losses a fifth too high are found to bias the scale of casualties", {
  timeout: 180_000,
}, async () => {
  const checks = await judged({ worlds: 8, defect: biased! });
  const scales = checks.filter(({ parameter }) => parameter.startsWith("manpower.casualtyScale"));
  expect(scales.some(({ uniform }) => !uniform)).toBe(true);
});
