/** A claim file against the crew's runs: what has to be run, and the verdicts from what was found. */
import {
  type Claims,
  checkQuestion,
  type Findings,
  fitFrom,
  judgeClaims,
  neededFlags,
  neededScenarios,
  parseClaims,
  rounded,
  type Study,
  scenarioSeries,
  timeline,
  type Verdict,
} from "@logjam/analysis";
import { STUDIES, scenarioOf } from "../scenario-of.ts";
import type { AskedModel, Question, Task } from "./protocol.ts";

export interface Prepared {
  readonly claims: Claims;
  readonly question: Question;
  readonly studies: readonly Study[];
  readonly tasks: readonly Task[];
}

/** Reads the file and checks every name. Throws InputError with the place and the next step. */
export function prepareQuestion(question: Question): Prepared {
  const { file, text, asOf, changes, models } = question;
  const claims = parseClaims(file, text);
  const scenarios = question.scenarios.map(scenarioOf);
  const asked = models.map(({ model, record }) => ({ study: STUDIES[model], record }));
  const known = checkQuestion(claims, asked, Object.values(STUDIES), scenarios, asOf, changes);
  const needed = neededScenarios(claims, scenarios);
  const tasks = models.flatMap((one, i) => {
    const { study, record } = known[i]!;
    const time = timeline(record.start, asOf, claims.value.horizonWeeks);
    const flags = neededFlags(claims, study);
    return needed.flatMap((scenario): Task[] => {
      const own = flags.filter((flag) => flag.scenario === scenario.id);
      if (own.length === 0) return [];
      const series = scenarioSeries(study, scenario, record, time, { name: one.model, series: one.series }, changes);
      return [
        {
          model: one.model,
          scenario: scenario.id,
          series,
          steps: time.horizonWeeks + 1,
          flags: own.map((flag) => at(one, flag)),
        },
      ];
    });
  });
  return { claims, question, studies: known.map(({ study }) => study), tasks };
}

const at = ({ outputs }: AskedModel, { outcome, week }: { readonly outcome: string; readonly week: number }) => ({
  output: outputs.indexOf(outcome),
  week,
});

/** @param flags for each task [flag][member]. */
export function judgeQuestion({ claims, question, studies, tasks }: Prepared, flags: readonly Uint8Array[]): Verdict[] {
  const { members, asOf, models } = question;
  const findings = models.map((one, i): Findings => {
    const study = studies[i]!;
    const time = timeline(one.record.start, asOf, claims.value.horizonWeeks);
    const runs = new Map(
      tasks.flatMap((task, t) => {
        if (task.model !== one.model) return [];
        const rows = new Map(task.flags.map(({ output, week }, f) => [`${one.outputs[output]} ${week}`, f]));
        const row = (outcome: string, week: number) => {
          const f = rows.get(`${outcome} ${week}`)!;
          return flags[t]!.subarray(f * members, (f + 1) * members);
        };
        return [[task.scenario, { scenario: task.scenario, flags: row }] as const];
      }),
    );
    return { study, record: one.record, time, fit: fitFrom(study, one.posterior, members), runs };
  });
  return rounded(judgeClaims(claims, findings));
}
