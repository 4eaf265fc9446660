import { type Forecaster, fromRule, NAIVE_RULES, regimeForecaster, STRONG_RULES } from "@logjam/inference";
import { compileKernel, runKernel } from "@logjam/kernel";
import { m0Study } from "@logjam/model";
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

/** Everyone who forecasts, weakest claims first. */
export const allForecasters = (): readonly Forecaster[] => [
  ...NAIVE_RULES.map((rule) => fromRule(rule, "naive")),
  ...STRONG_RULES.map((rule) => fromRule(rule, "strong")),
  m0Forecaster(),
];
