/** docs/fit.md: how the models were fitted, what the data moved, and where the models fail their own checks. */
import {
  type Executor,
  fitFrom,
  type ParameterFit,
  PRIOR_DRIVEN_BELOW,
  type PredictiveCheck,
  type PublicRecord,
  predictiveChecks,
  type Study,
  type Timeline,
} from "@logjam/analysis";
import { formatDay } from "@logjam/figures";
import type { Posterior } from "@logjam/inference";
import { markdownTable } from "../files/markdown.ts";
import { checksSection } from "./checks-section.ts";
import { contractionFigure, SHOWN } from "./contraction-figure.ts";
import { methodText } from "./method-text.ts";
import { parameterTable } from "./parameter-table.ts";

export interface FittedStudy {
  readonly study: Study;
  readonly posterior: Posterior;
  readonly record: PublicRecord;
  readonly time: Timeline;
}

export interface FitPageRequest {
  /** Simplest model first. */
  readonly studies: readonly FittedStudy[];
  /** Runs the particles once through the known weeks, for the checks. */
  readonly execute: Executor;
}

export interface FitPage {
  readonly markdown: string;
  /** Pictures by file name; the page looks for them in `images/` beside it. */
  readonly svgs: Readonly<Record<string, string>>;
}

/** Seed of the checks' simulations, and how many histories they take: bounds to about a hundredth. */
const CHECKS = { seed: 20_221_205n, replicates: 1_000 } as const;

/** Deterministic: the same posteriors and records give the same page. */
export async function fitPage({ studies, execute }: FitPageRequest): Promise<FitPage> {
  const svgs: Record<string, string> = {};
  const sections: string[] = [];
  for (const fitted of studies) {
    const { study, posterior, record, time } = fitted;
    const { parameters } = fitFrom(study, posterior, posterior.particles).summary;
    const checks = await predictiveChecks(study, record, time, posterior, CHECKS, execute);
    const picture = pictureName(fitted, studies);
    svgs[picture] = contractionFigure(posterior, parameters);
    sections.push(studySection(fitted, parameters, checks, picture));
  }
  const all = studies.map(({ posterior }) => posterior);
  const markdown = `${["# The fit: what the data moved, and where the models fail", methodText(), stagesSection(all), ...sections].join("\n\n")}\n`;
  return { markdown, svgs };
}

/** One picture a model; where a model comes with several dates, one a date. */
function pictureName({ posterior }: FittedStudy, all: readonly FittedStudy[]): string {
  const { model, asOf } = posterior;
  const alone = all.filter((other) => other.posterior.model === model).length === 1;
  return `fit-${model.toLowerCase()}${alone ? "" : `-${asOf}`}.svg`;
}

const percent = (share: number): string => `${Math.round(100 * share)} %`;
const thousands = (value: number): string => value.toLocaleString("en-GB");

function stagesSection(posteriors: readonly Posterior[]): string {
  const rows = posteriors.map(
    ({ model, asOf, parameters, particles, distinct, powers, accepted, runs, logEvidence }) => [
      `${model}, ${asOf}`,
      String(parameters.length),
      `${distinct} of ${particles}`,
      String(powers.length),
      accepted.length === 0 ? "–" : `${percent(Math.min(...accepted))} to ${percent(Math.max(...accepted))}`,
      thousands(runs),
      logEvidence.toFixed(1),
    ],
  );
  return `## How the fits went

${markdownTable(["model, as of", "parameters", "distinct particles", "stages", "moves accepted", "runs", "log evidence"], rows)}

Powers of the likelihood, stage by stage:

${posteriors
  .map(
    ({ model, asOf, powers }) =>
      `- ${model}, ${asOf}: ${powers.map((power) => Number(power.toPrecision(2))).join(", ")}`,
  )
  .join("\n")}

Few particles that are distinct, or moves that are hardly ever accepted, would say that a fit is not to be trusted. The
evidence is the likelihood of the record, averaged over the prior: differences between models count only for one and the same
date, and they hang on the width of the priors.`;
}

function studySection(
  { study, posterior }: FittedStudy,
  parameters: readonly ParameterFit[],
  checks: readonly PredictiveCheck[],
  picture: string,
): string {
  const { model, asOf, identity } = posterior;
  const above = (least: number) => parameters.filter(({ contraction }) => contraction >= least).length;
  const lowest = Math.min(...parameters.map(({ contraction }) => contraction));
  const shown = Math.min(SHOWN, parameters.length);
  return `## ${model}, as of ${formatDay(asOf)}

${study.model.meaning} Posterior \`${identity.slice(0, 12)}\`.

### What the data moved

Of ${parameters.length} parameters, the data removed half of the variance or more for ${above(0.5)}, and a fifth or more for
${above(PRIOR_DRIVEN_BELOW)}; for the other ${parameters.length - above(PRIOR_DRIVEN_BELOW)} the posterior is little else than the prior. The
lowest contraction is ${lowest.toFixed(2).replace("-", "\u2212")}: data seldom widen what was believed, so where it is below 0, read it as the sampler's own noise, and
give no more weight to a contraction of that size above 0.

![Prior and posterior of the ${shown} parameters of ${model} that the data moved most](images/${picture})

${checksSection(model, checks)}

### All parameters of ${model}

${parameterTable(parameters)}`;
}
