/** Layers of M2 that can be switched off, to ask what an answer owes to each. All on by default. */
import { lever } from "@logjam/lang";

const layer = (what: string) =>
  lever({
    unit: "1",
    meaning: `${what}: 1 on, 0 off.`,
    range: [0, 1],
    default: 1,
    source: "A switch of the model, not a policy.",
  });

export const effortLayer = layer("Main effort that shifts between sectors");
export const breakthroughLayer = layer("Breakthroughs into manoeuvre");
export const qualityLayer = layer("Quality of troops");
export const edgeLayer = layer("Technical edge");
export const settlementLayer = layer("Talks, ceasefire and relapse");
export const moraleLayer = layer("Morale that hears signals");
