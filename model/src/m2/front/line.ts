/** The line by sector: the record while it is known, then gains by both sides and heavy-tailed surprises. */
import { auxiliary, balance, f, flow, stock } from "@logjam/lang";
import { sector } from "../../sets.ts";
import { known, observedChange } from "../history.ts";
import { fighting } from "../settlement/ceasefire.ts";
import { expectedChange } from "./gain.ts";
import { crimea, initialArea } from "./geometry.ts";
import { activity, beyondShare, deviation, surprise } from "./initiative.ts";

export const area = stock({
  over: [sector],
  unit: "km^2",
  meaning: "Area that Russia holds in a sector.",
  initial: f`${initialArea}`,
});

export const lineChange = flow({
  over: [sector],
  unit: "km^2/week",
  meaning: "Change of the area that Russia holds in a sector: the record while it is known, then the equations.",
  formula: f`if(${known} > 0, ${observedChange},
             ${expectedChange} + ${fighting} * (${activity} * ${deviation} * ${surprise} + ${beyondShare}))`,
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
