/** The line: the area that Russia holds outside Crimea. It follows the record while that is known, then the equations. */
import { auxiliary, balance, f, flow, series, stock } from "@logjam/lang";
import { known, observedChange } from "../history.ts";
import { crimea } from "./geometry.ts";
import { deviation, surprise } from "./initiative.ts";
import { expectedChange } from "./pressure.ts";

export const initialArea = series({
  unit: "km^2",
  meaning: "Area that Russia held outside Crimea on 5 December 2022.",
  source: "DeepState, weekly area by sector (data/area-weekly.csv).",
  gap: "error",
});

export const area = stock({
  unit: "km^2",
  meaning: "Area that Russia holds outside Crimea.",
  initial: f`${initialArea}`,
});

export const lineChange = flow({
  unit: "km^2/week",
  meaning: "Change of the area that Russia holds: the record while it is known, then the equations.",
  formula: f`if(${known} > 0, ${observedChange}, ${expectedChange} + ${deviation} * ${surprise})`,
});

export const areaChange = balance(area, f`${lineChange}`);

export const held = auxiliary({
  unit: "km^2",
  meaning: "Area that Russia holds, Crimea included.",
  formula: f`${area} + ${crimea}`,
});
