/** Recruits. */
import { f, flow } from "@logjam/lang";
import { side } from "../../sets.ts";
import { reserveGain } from "../recipe/effects.ts";
import { baseIntake } from "./intake-parameters.ts";

export const intake = flow({
  over: [side],
  unit: "person/week",
  meaning: "Recruits who enter training.",
  formula: f`${baseIntake} * (1 + ${reserveGain})`,
});
