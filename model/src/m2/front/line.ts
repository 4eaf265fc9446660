/** The line by sector: the record while it is known, then gains by both sides, a fading drift, and heavy-tailed shocks. */
import { assign, auxiliary, balance, f, flow, noise, stock } from "@logjam/lang";
import { shockDeviation, tailWeight, tiltDeviation, tiltFading, tiltMemory } from "../../m1/front/line-parameters.ts";
import { sector, side } from "../../sets.ts";
import { known, observedChange } from "../history.ts";
import { fighting } from "../settlement/ceasefire.ts";
import { manoeuvreGain } from "./breakthrough.ts";
import { crimea, initialArea, lengthShare } from "./geometry.ts";
import { positionalGain } from "./pressure.ts";

export { shockDeviation, tailWeight, tiltDeviation, tiltFading, tiltMemory } from "../../m1/front/line-parameters.ts";

export const gain = flow({
  over: [side, sector],
  unit: "km^2/week",
  meaning: "Ground that a side would take from the other in a sector.",
  formula: f`${fighting} * (${positionalGain} + ${manoeuvreGain})`,
});

export const expectedChange = flow({
  over: [sector],
  unit: "km^2/week",
  meaning: "Change of the area that the balance of forces explains: Russia's gain less Ukraine's.",
  formula: f`${gain.at({ side: "ru" })} - ${gain.at({ side: "ua" })}`,
});

export const lineShock = noise({
  over: [sector],
  stream: "front/line-by-sector",
  kind: "normal",
  meaning: "Weekly shock to the line in a sector.",
});
export const shockSize = noise({ stream: "front/shock-size", kind: "normal", meaning: "Size of the week's shocks." });
export const tiltShock = noise({ stream: "front/tilt", kind: "normal", meaning: "Weekly shock to the common drift." });
export const localTiltShock = noise({
  over: [sector],
  stream: "front/tilt-by-sector",
  kind: "normal",
  meaning: "Weekly shock to a sector's drift.",
});

export const tilt = stock({
  over: [sector],
  unit: "km^2/week",
  meaning: "Drift of the line in a sector that the balance of forces does not explain.",
  initial: 0,
});

export const area = stock({
  over: [sector],
  unit: "km^2",
  meaning: "Area that Russia holds in a sector.",
  initial: f`${initialArea}`,
});

export const sectorScale = auxiliary({
  over: [sector],
  unit: "1",
  meaning: "Share of the whole line's deviation that falls on a sector: variances add up to the whole line's.",
  formula: f`sqrt(${lengthShare})`,
});

/** Half of the drift's variance is common to all sectors: initiative is a matter of the whole front. */
export const tiltNext = assign(
  tilt,
  f`if(${known} > 0, ${tilt} + timeStep / ${tiltMemory} * (${observedChange} - ${expectedChange} - ${tilt}),
      ${tilt} * exp(-${tiltFading} * timeStep)
    + sqrt(0.5) * ${tiltDeviation} * (${lengthShare} * ${tiltShock} + ${sectorScale} * ${localTiltShock}))`,
);

export const lineChange = flow({
  over: [sector],
  unit: "km^2/week",
  meaning: "Change of the area that Russia holds in a sector: the record while it is known, then the equations.",
  formula: f`if(${known} > 0, ${observedChange}, ${expectedChange} + ${fighting} * (${tilt}
    + ${sectorScale} * ${shockDeviation} * ${lineShock} * exp(${tailWeight} * ${shockSize})))`,
});

export const areaChange = balance(area, f`max(${lineChange}, -${area} / timeStep)`);

export const totalArea = auxiliary({
  unit: "km^2",
  meaning: "Area that Russia holds outside Crimea.",
  formula: f`sum(${area} over ${sector})`,
});

export const totalChange = flow({
  unit: "km^2/week",
  meaning: "Change of the area that Russia holds outside Crimea.",
  formula: f`sum(${lineChange} over ${sector})`,
});

export const held = auxiliary({
  unit: "km^2",
  meaning: "Area that Russia holds, Crimea included.",
  formula: f`${totalArea} + ${crimea}`,
});
