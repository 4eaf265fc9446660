/** Kit arrives as aid and out of own industry and storage, and wears out or is lost. */
import { balance, f, flow, logitNormal, lognormalRange, parameter } from "@logjam/lang";
import { side } from "../../sets.ts";
import { aidSpentOnRecipe } from "../recipe/funding.ts";
import { recipient } from "../recipe/recipient.ts";
import { ammunitionShare } from "./ammunition.ts";
import { kit, kitReference } from "./kit.ts";
import { delivered } from "./pipeline.ts";

export const kitLife = parameter({
  unit: "week",
  meaning: "Mean life of kit at the front.",
  prior: lognormalRange({ low: 40, central: 75, high: 140 }),
  source: "[J] Russian tanks lost a year against the number in the field (Oryx, re:Russia).",
});

export const kitRenewal = parameter({
  over: [side],
  unit: "1",
  meaning: "Share of its losses of kit that a side replaces out of its own industry and storage.",
  prior: { ua: logitNormal({ median: 0.35, p95: 0.55 }), ru: logitNormal({ median: 0.85, p95: 0.97 }) },
  source: "[J] Russia drew down some 7,300 stored tanks to 3,500 by the end of 2024 and built 10-30 a month.",
});

export const kitArriving = flow({
  over: [side],
  unit: "EUR/week",
  meaning: "Kit that arrives: out of aid, and out of own industry and storage.",
  formula: f`${recipient} * max(0, ${delivered} - ${aidSpentOnRecipe}) * (1 - ${ammunitionShare})
           + ${kitRenewal} * ${kitReference} / ${kitLife}`,
});

export const kitChange = balance(kit, f`${kitArriving} - ${kit} / ${kitLife}`);
