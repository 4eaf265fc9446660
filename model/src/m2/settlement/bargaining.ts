/** A ceasefire needs a bargain that both prefer to fighting on, and no side that grows fast enough to wait for more. */
import { assign, auxiliary, constant, f, logitNormal, lognormalRange, noise, parameter } from "@logjam/lang";
import { known } from "../../m1/history.ts";
import { side } from "../../sets.ts";
import { settlementLayer } from "../layers.ts";
import { ceasefire, ceasefireAge, imposed, relapses } from "./ceasefire.ts";
import { guarantees, monitoring, talks } from "./levers.ts";
import { balanceOfPower, hoped, powerShift } from "./outlook.ts";

export const baseHazard = parameter({
  unit: "1/week",
  meaning: "Hazard of a ceasefire when both sides would gain by one.",
  prior: lognormalRange({ low: 0.0016, central: 0.0065, high: 0.017 }),
  source: "0.20 a year central, 0.05-0.45: of 15 wars that had lasted 21 months, a fifth ended within a year (COW).",
});

export const hopeScale = constant({
  unit: "km^2",
  meaning: "Ground expected of half a year's fighting that makes a side prefer to fight on.",
  value: 1_500,
  source: "[J] about what Russia gained in its best half-years.",
});

export const range = auxiliary({
  unit: "1",
  meaning: "Whether both sides' hopes together leave room for a bargain: near 1 if neither expects much.",
  formula: f`gate(-sum(${hoped} over ${side}), -${hopeScale}, 0.3 * ${hopeScale})`,
});

export const commitmentProblem = parameter({
  unit: "1",
  meaning: "How strongly a shift of power closes the range: a rising side will not be bound.",
  prior: lognormalRange({ low: 1, central: 3, high: 8 }),
  source: "[J] after the bargaining theory of war.",
});

export const ceasefireHazard = auxiliary({
  unit: "1/week",
  meaning: "Hazard of a ceasefire.",
  formula: f`${settlementLayer} * (1 - ${known}) * ${baseHazard} * (1 + ${talks}) * max(${range}, 0.02 * ${talks})
           * exp(-${commitmentProblem} * ${powerShift})`,
});

export const relapseHazard = parameter({
  unit: "1/week",
  meaning: "Hazard that a fresh ceasefire without guarantees breaks down at an even balance.",
  prior: lognormalRange({ low: 0.0006, central: 0.003, high: 0.012 }),
  source:
    "[J] relapse to full war within five years 0.03 / 0.15 / 0.40 (COW dyads understate it; more than 20 Donbas truces failed).",
});

export const settling = constant({
  unit: "week",
  meaning: "Time in which a ceasefire that holds becomes safer.",
  value: 104,
  source: "[J] most failures come in the first years.",
});

export const temptation = parameter({
  unit: "1",
  meaning: "How strongly an uneven or shifting balance tempts the stronger side.",
  prior: lognormalRange({ low: 0.5, central: 1.5, high: 4 }),
  source: "[J]",
});

export const assurance = parameter({
  unit: "1",
  meaning: "How much full guarantees, or full monitoring, take from the logarithm of the hazard of relapse.",
  prior: lognormalRange({ low: 0.7, central: 1.8, high: 4 }),
  source: "Fortna 2003: direction; size [J].",
});

export const relapse = auxiliary({
  unit: "1/week",
  meaning: "Hazard that the ceasefire breaks down.",
  formula: f`${relapseHazard} * exp(-${ceasefireAge} / ${settling}
           + ${temptation} * (${powerShift} + max(0, abs(${balanceOfPower}) - 0.3))
           - ${assurance} * (${guarantees} + 0.5 * ${monitoring}))`,
});

export const ceasefireChance = noise({
  stream: "settlement/ceasefire",
  kind: "uniform",
  meaning: "Whether a ceasefire begins or ends in this week.",
});

export const ceasefireNext = assign(
  ceasefire,
  f`if(${ceasefire} > 0.5, if(${ceasefireChance} < 1 - exp(-${relapse} * timeStep), 0, 1),
      if(${ceasefireChance} < 1 - exp(-${ceasefireHazard} * timeStep), 1, 0))`,
);

export const relapsesNext = assign(
  relapses,
  f`${relapses} + if(${ceasefire} > 0.5 and ${ceasefireChance} < 1 - exp(-${relapse} * timeStep), 1, 0)`,
);

export const ceasefireAgeNext = assign(
  ceasefireAge,
  f`if(${ceasefire} > 0.5, ${ceasefireAge} + timeStep, 0 * timeStep)`,
);

export const harshness = parameter({
  unit: "1",
  meaning: "Advantage of Russia's weight, on the logarithm, at which terms turn harsh.",
  prior: logitNormal({ median: 0.45, p95: 0.7 }),
  source: "[J] the demands of 2022 and 2024: land beyond the line, caps on forces.",
});

export const imposedNext = assign(
  imposed,
  f`if(${ceasefire} > 0.5, ${imposed},
      if(${balanceOfPower} > ${harshness} + ${guarantees}, 1, 0))`,
);
