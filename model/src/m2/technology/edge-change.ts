/** Invention comes in bursts on both sides and fades with a half-life; fielded elements of the recipe feed it. */
import { balance, f, flow, lognormalRange, noise, parameter } from "@logjam/lang";
import { fielded } from "../../m1/recipe/fielded.ts";
import { edgeHalfLife, ln2 } from "../../m1/recipe/maturing-parameters.ts";
import { side } from "../../sets.ts";
import { edge } from "./edge.ts";

export const invention = parameter({
  over: [side],
  unit: "1/week",
  meaning: "Mean rate at which a side adapts.",
  prior: {
    ua: lognormalRange({ low: 0.004, central: 0.01, high: 0.025 }),
    ru: lognormalRange({ low: 0.004, central: 0.01, high: 0.025 }),
  },
  source: "[J] the same for both: parity was the essay's diagnosis.",
});

export const burstiness = parameter({
  unit: "1",
  meaning: "Spread of the logarithm of the week's invention about its mean rate.",
  prior: lognormalRange({ low: 0.6, central: 1.2, high: 2 }),
  source: "[J] few inventions matter, and those much.",
});

export const inventionShock = noise({
  over: [side],
  stream: "technology/invention",
  kind: "normal",
  meaning: "Luck of the week's invention.",
});

export const fromRecipe = parameter({
  unit: "1/week",
  meaning: "What fielded drones, electronic warfare and command add to the rate of adaptation.",
  prior: lognormalRange({ low: 0.003, central: 0.01, high: 0.03 }),
  source: "[J]",
});

export const injected = flow({
  over: [side],
  unit: "1/week",
  meaning: "Edge gained in a week.",
  formula: f`${invention} * exp(${burstiness} * ${inventionShock} - ${burstiness} ^ 2 / 2)
           + ${fromRecipe} * (${fielded.at({ element: "electronicWarfare" })} + ${fielded.at({ element: "command" })})`,
});

export const edgeChange = balance(edge, f`${injected} - ${ln2} / ${edgeHalfLife} * ${edge}`);
