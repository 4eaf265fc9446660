/** What the full version of the calibration runs: nothing told, and what a check of it must find wrong. */
import { STANDARD_FIT, type Study } from "@logjam/analysis";
import { m1Study, m2Study } from "@logjam/model";
import { biased, type CalibrationRequest, overconfident, SHARPEST, TAUGHT } from "../calibrate.ts";

export interface Job {
  readonly id: string;
  readonly title: string;
  readonly study: Study;
  readonly request: CalibrationRequest;
  /** Whether ranks are to be uniform; where not, a defect was planted. */
  readonly sound: boolean;
}

const given = { weeks: 20, seed: 2_026n, parameters: TAUGHT } as const;
const told = { weeks: 20, particles: 64, movesPerStage: 8, seed: 3n, parameters: SHARPEST, othersTold: true } as const;
const { particles, movesPerStage = 5, finalMoves = 0 } = STANDARD_FIT;
const m1 = m1Study as Study;
const m2 = m2Study as Study;

export const JOBS: readonly Job[] = [
  {
    id: "m1",
    title: "M1, 512 particles, 40 moves a stage",
    study: m1,
    request: { ...given, particles: 512, movesPerStage: 40, worlds: 24 },
    sound: true,
  },
  {
    id: "m2",
    title: "M2, 256 particles, 30 moves a stage",
    study: m2,
    request: { ...given, particles: 256, movesPerStage: 30, worlds: 16 },
    sound: true,
  },
  {
    id: "m1-standard",
    title: `M1, settings of the posteriors that come with the data: ${particles} particles, ${movesPerStage} moves a stage and ${finalMoves} at the end`,
    study: m1,
    request: { ...given, particles, movesPerStage, finalMoves, worlds: 24 },
    sound: true,
  },
  {
    id: "m1-overconfident",
    title: "Planted: M1 with its likelihood counted twice (all but ten parameters told)",
    study: m1,
    request: { ...told, worlds: 20, defect: overconfident! },
    sound: false,
  },
  {
    id: "m1-biased",
    title: "Planted: M1 with losses a fifth too high (all but ten parameters told)",
    study: m1,
    request: { ...told, worlds: 16, defect: biased! },
    sound: false,
  },
];
