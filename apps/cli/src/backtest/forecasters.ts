import { type Forecaster, fromRule, NAIVE_RULES, regimeForecaster, STRONG_RULES } from "@logjam/inference";
import { compileKernel, runKernel } from "@logjam/kernel";
import { m0Study } from "@logjam/model";
import { FORECASTING_STUDIES, type ModelForecasterOptions, modelForecaster } from "./model-forecaster.ts";
import { AREA_TOTAL, areaOf } from "./targets.ts";

/** M0 on the kernel, compiled once. */
export function m0Forecaster(particles = 256): Forecaster {
  const kernel = compileKernel(m0Study.ir, { final: true });
  const module = new WebAssembly.Module(kernel.bytes);
  return regimeForecaster(m0Study, (input) => runKernel(kernel, input, module), {
    id: "m0",
    title: "M0, regimes by sector",
    version: "1",
    particles,
    movesPerStage: 8,
    targetOf: areaOf,
    total: AREA_TOTAL,
  });
}

/** What M1 and M2 need to be fitted: what was known, and something to run them on. */
export type ForecasterTools = Pick<ModelForecasterOptions, "evidence" | "execute" | "progress">;

/** Enough particles for quantiles of forecasts; verdicts take more. */
const PARTICLES = 256;
const MOVES = 4;

/** The models of this project, simplest first. */
export const modelForecasters = async (tools: ForecasterTools): Promise<readonly Forecaster[]> => [
  m0Forecaster(),
  ...(await Promise.all(
    FORECASTING_STUDIES.map((of) => modelForecaster(of, { ...tools, particles: PARTICLES, movesPerStage: MOVES })),
  )),
];

export const ruleForecasters = (): readonly Forecaster[] => [
  ...NAIVE_RULES.map((rule) => fromRule(rule, "naive")),
  ...STRONG_RULES.map((rule) => fromRule(rule, "strong")),
];

/** Everyone who forecasts, weakest claims first. */
export const allForecasters = async (tools: ForecasterTools): Promise<readonly Forecaster[]> => [
  ...ruleForecasters(),
  ...(await modelForecasters(tools)),
];
