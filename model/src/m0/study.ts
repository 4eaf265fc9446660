import { compile, type Ir, type Model } from "@logjam/lang";
import { m0 } from "./index.ts";
import { regime, sector } from "./sets.ts";

/** M0 with the names by which an exact filter of hidden regimes reads it. */
export interface RegimeNames {
  readonly model: Model;
  readonly ir: Ir;
  readonly places: readonly string[];
  readonly regimes: readonly string[];
  readonly startRegime: number;
  readonly outputs: {
    readonly level: (place: string) => string;
    readonly expected: (place: string, regime: string) => string;
    readonly scale: (place: string, regime: string) => string;
    readonly share: (place: string, regime: string) => string;
    readonly leaving: string;
  };
  readonly series: {
    readonly known: string;
    readonly change: (place: string) => string;
    readonly initial: (place: string) => string;
  };
  readonly regimeState: (place: string) => string;
}

export const m0Study: RegimeNames = {
  model: m0,
  // The filter reads these alone; the outcomes would only slow it down.
  ir: compile(m0, {
    outputs: ["areaBySector", "expectedChange", "scale", "regimeShare", "spellEnds"].map((name) => `outputs.${name}`),
  }),
  places: sector.elements,
  regimes: regime.elements,
  startRegime: regime.elements.indexOf("grind"),
  outputs: {
    level: (place) => `outputs.areaBySector[${place}]`,
    expected: (place, name) => `outputs.expectedChange[${place},${name}]`,
    scale: (place, name) => `outputs.scale[${place},${name}]`,
    share: (place, name) => `outputs.regimeShare[${place},${name}]`,
    leaving: "outputs.spellEnds",
  },
  series: {
    known: "record.known",
    change: (place) => `record.observedChange[${place}]`,
    initial: (place) => `record.initialArea[${place}]`,
  },
  regimeState: (place) => `regimes.current[${place}]`,
};
