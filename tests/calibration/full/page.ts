/** docs/calibration.md from the ranks of all jobs. */
import { coveragePValue } from "@logjam/inference";
import { checkCalibration, type Ranks } from "../calibrate.ts";
import type { Job } from "./jobs.ts";

const BINS = 8;
const RATE = 0.01;
const LEVELS = [0.5, 0.8, 0.95] as const;

export interface Done {
  readonly job: Job;
  readonly ranks: Ranks;
  readonly figure: string;
}

/** How many central intervals of a level hold the truth: its rank lies within. */
const held = (values: readonly number[], level: number) =>
  values.filter((rank) => Math.abs(rank - 0.5) <= level / 2).length;
const percent = (part: number, whole: number) => `${Math.round((100 * part) / whole)} %`;
const shown = (p: number) => (p < 0.001 ? "< 0.001" : p.toFixed(3));

/** Whether a job's ranks are uniform at the page's false-alarm rate. */
export const passes = ({ ranks }: Pick<Done, "ranks">): boolean =>
  checkCalibration(ranks, BINS, RATE).every(({ uniform }) => uniform);

function section({ job, ranks, figure }: Done): string {
  const checks = checkCalibration(ranks, BINS, RATE);
  const found = passes({ ranks }) ? "uniform" : "not uniform";
  const rows = checks.map(({ parameter, pValue, uniform }) => {
    const values = ranks[parameter] ?? Object.values(ranks).flat();
    const cells = LEVELS.map((level) => {
      const count = held(values, level);
      const odd = parameter !== "together" && coveragePValue(count, values.length, level) < RATE / checks.length;
      return `${percent(count, values.length)}${odd ? " *" : ""}`;
    });
    return `| ${parameter} | ${cells.join(" | ")} | ${shown(pValue)}${uniform ? "" : " *"} |`;
  });
  const { worlds, weeks } = job.request;
  return `## ${job.title}

${worlds} worlds of ${weeks} weeks. Ranks are **${found}** at a false-alarm rate of 1 in 100 for the section.

![Histograms of ranks by parameter](images/${figure})

| parameter | 50 % intervals hold | 80 % | 95 % | P of so uneven a histogram |
|---|---:|---:|---:|---:|
${rows.join("\n")}
`;
}

export function calibrationPage(all: readonly Done[], reading: string): string {
  return `# Are the fits calibrated?

If truths are drawn from the priors and records from the model, a right posterior holds the truth in half of its 50 % intervals, in four
fifths of its 80 % intervals, and the rank of a truth among its posterior's draws is as likely to be low as high (Talts et al. 2018). A
posterior that is too sure of itself has ranks at both ends; a biased one at one end.

Worlds are made by the models themselves (\`tests/calibration/made-up-world.ts\`). What no record foretells is off: turns of initiative,
breakthroughs, talks; donors give what is given, so that their decisions need no score. Claims and deaths of both sides are followed and
scored, as the law of a simulated week demands. Then each record is fitted by \`fitPosterior\`, as real ones are. Ranks are judged in ${BINS}
bins by Pearson's test, each parameter and all ranks together, at 1 in 100 for a whole section (Bonferroni). "Together" counts the
parameters of one world as independent, which they are only roughly. A star marks what is beyond chance.

Written by \`npm run calibrate\`. A version in small runs with the tests (\`tests/calibration/m1.test.ts\`, \`m2.test.ts\`).

${reading}

${all.map(section).join("\n")}`;
}
