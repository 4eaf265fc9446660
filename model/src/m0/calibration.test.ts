/** M0 and its exact filter: what the filter reads is what the model draws, and posteriors are calibrated. */
import {
  checkRanks,
  checkUsesNoFuture,
  type PlaceHistories,
  parametersFrom,
  regimeForecast,
  regimeForecaster,
  regimeLogLikelihood,
  regimePosterior,
  truthRank,
} from "@logjam/inference";
import { compileKernel, runKernel } from "@logjam/kernel";
import { drawBlock, interpret, samplePriors, streamHash } from "@logjam/lang";
import { describe, expect, it } from "vitest";
import { m0Study } from "./study.ts";

const kernel = compileKernel(m0Study.ir, { final: true });
const module = new WebAssembly.Module(kernel.bytes);
const run = (input: Parameters<typeof interpret>[0]) => runKernel(kernel, input, module);
const { ir, places, model } = m0Study;

/** Histories of `weeks` weeks that M0 itself draws, one for each parameter draw: [simulation]. */
function simulate(simulations: number, weeks: number, seed: bigint) {
  const parameters = samplePriors(model, { members: simulations, seed });
  const series = new Float64Array((weeks + 1) * ir.series.length);
  ir.series.forEach((name, k) => {
    if (name.startsWith("record.initialArea"))
      for (let step = 0; step <= weeks; step++) series[step * ir.series.length + k] = 10_000;
  });
  const { outputs } = run({ ir, members: simulations, steps: weeks + 1, seed, parameters, series });
  const names = ir.outputs.map(({ name }) => name);
  const histories = Array.from(
    { length: simulations },
    (_, s): PlaceHistories =>
      Object.fromEntries(
        places.map((place) => {
          const from = names.indexOf(m0Study.outputs.level(place)) * (weeks + 1) * simulations;
          return [
            place,
            Float64Array.from({ length: weeks + 1 }, (_w, week) => outputs[from + week * simulations + s]!),
          ];
        }),
      ),
  );
  const truths = (s: number) =>
    Float64Array.from({ length: ir.parameters.length }, (_, k) => parameters[k * simulations + s]!);
  return { histories, truths };
}

const uniform = (name: string, index: number): number => {
  const block = new Float64Array(4);
  drawBlock(5n, index, 0, streamHash(name), 0, "uniform", block);
  return block[0]!;
};

describe("the exact filter of M0", () => {
  it("reads the same from the kernel as from the interpreter, to the bit", () => {
    const { histories } = simulate(1, 20, 4n);
    const parameters = samplePriors(model, { members: 6, seed: 9n });
    expect(regimeLogLikelihood(m0Study, histories[0]!, parameters, run)).toEqual(
      regimeLogLikelihood(m0Study, histories[0]!, parameters, interpret),
    );
  });
  it("prefers the parameters that drew the data to others from the prior", () => {
    const { histories, truths } = simulate(12, 60, 6n);
    let better = 0;
    for (const [s, history] of histories.entries()) {
      const others = samplePriors(model, { members: 8, seed: BigInt(100 + s) });
      const own = regimeLogLikelihood(m0Study, history, truths(s), run)[0]!;
      better += regimeLogLikelihood(m0Study, history, others, run).every((other) => other < own) ? 1 : 0;
    }
    expect(better).toBeGreaterThanOrEqual(11);
  });
  it("maps the middle of the standard normal to each prior's median", () => {
    const parameters = parametersFrom(
      model,
      Array.from({ length: ir.parameters.length }, () => new Float64Array(1)),
    );
    model.parameters.forEach(({ prior }, k) => {
      expect(parameters[k]).toBeCloseTo(prior.quantile(0.5), 9);
    });
  });
});

describe("simulation-based calibration of M0", () => {
  it("ranks of the truths are uniform, at a false-alarm rate of 1 in 1,000 over all parameters", {
    timeout: 60_000,
  }, async () => {
    const simulations = 48;
    const { histories, truths } = simulate(simulations, 10, 2n);
    const wanted = model.parameters.map(({ name }, k) => ({ name, k })).filter(({ name }) => !name.includes("["));
    const ranks = Object.fromEntries(wanted.map(({ name }) => [name, new Float64Array(simulations)]));
    for (const [s, history] of histories.entries()) {
      const seed = BigInt(s);
      const posterior = await regimePosterior(m0Study, history, run, { particles: 64, movesPerStage: 14, seed });
      for (const { name, k } of wanted) {
        const draws = posterior.parameters.subarray(k * 64, (k + 1) * 64);
        ranks[name]![s] = truthRank(draws, truths(s)[k]!, uniform(name, s));
      }
    }
    const checks = checkRanks(ranks, 6, 0.001);
    expect(checks.filter(({ uniform: fine }) => !fine)).toEqual([]);
    // The check can fail: the same ranks, as an overconfident posterior would have them.
    const overconfident = Object.fromEntries(
      wanted.map(({ name }) => [name, ranks[name]!.map((r) => (r < 0.5 ? r / 3 : 1 - (1 - r) / 3))]),
    );
    expect(checkRanks(overconfident, 6, 0.001).every(({ uniform: fine }) => !fine)).toBe(true);
  });
});

describe("forecasts of M0", () => {
  const { histories } = simulate(1, 40, 8n);
  const history = histories[0]!;
  const parameters = samplePriors(model, { members: 16, seed: 3n });
  const ask = (seed: bigint) =>
    regimeForecast(m0Study, { histories: history, parameters, horizonWeeks: 8, members: 400, seed }, run);
  it("start at the origin, are deterministic, and differ by seed", () => {
    const forecast = ask(1n);
    expect(forecast).toEqual(ask(1n));
    expect(forecast["kharkiv"]).not.toEqual(ask(2n)["kharkiv"]);
    for (const place of places) {
      expect(forecast[place]).toHaveLength(8 * 400);
      const first = forecast[place]!.slice(0, 400).sort();
      expect(Math.abs(first[200]! - history[place]!.at(-1)!)).toBeLessThan(200);
    }
  });
  it("use no future: rows after the origin do not matter to a bit", async () => {
    const forecaster = regimeForecaster(m0Study, run, {
      id: "m0",
      title: "M0",
      version: "1",
      particles: 24,
      movesPerStage: 1,
      targetOf: (place) => place,
      total: "total",
    });
    const requestFrom = (replaced: boolean) => {
      const cut = Object.fromEntries(
        places.map((place) => [place, history[place]!.map((x, i) => (replaced && i > 30 ? 1 : x)).slice(0, 31)]),
      );
      const total = Float64Array.from({ length: 31 }, (_, i) =>
        places.reduce((sum, place) => sum + cut[place]![i]!, 0),
      );
      return { origin: "2023-07-03", histories: { ...cut, total }, horizonWeeks: 3, members: 24, seed: 5n };
    };
    await expect(checkUsesNoFuture(() => forecaster, requestFrom)).resolves.toBeUndefined();
    const { total, ...rest } = await forecaster.forecast(requestFrom(false));
    total!.forEach((level, i) => {
      expect(level).toBeCloseTo(
        Object.values(rest).reduce((sum, levels) => sum + levels[i]!, 0),
        6,
      );
    });
  });
});
