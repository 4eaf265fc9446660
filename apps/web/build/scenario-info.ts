/** A scenario file as the page shows it: every lever that it moves, by scalar name. */

import type { PublicRecord } from "@logjam/analysis";
import { knowing, type LeverSetting, leverValues, type Scenario, type Study, timeline } from "@logjam/analysis";
import type { ScenarioInfo } from "../src/contract.ts";

/** Long enough for every change that a scenario makes; the date does not matter. */
const TIME = timeline("2023-05-29", "2023-11-27", 520);
const NO_RECORD: PublicRecord = { start: TIME.start, known: {}, scored: {}, hindsight: {}, always: {}, series: {} };

export function scenarioInfo(scenario: Scenario, studies: readonly Study[]): ScenarioInfo {
  const levers: Record<string, LeverSetting> = {};
  const asked = studies.map((study) => ({ study, record: NO_RECORD }));
  for (const { study } of knowing(studies, asked)) {
    const rows = leverValues(scenario, study.model, TIME, study.leverGroups, study.otherLevers);
    for (const { name, default: standard } of study.model.levers) {
      const course = courseOf(rows[name]!.slice(TIME.knownWeeks));
      if (typeof course !== "number" || course !== standard) levers[name] = course;
    }
  }
  const { title, meaning, hindsight } = scenario.value;
  return { id: scenario.id, title, meaning, hindsight, levers, value: scenario.value };
}

function courseOf(values: readonly number[]): LeverSetting {
  const changes = values.flatMap((value, from) => (from === 0 || value !== values[from - 1] ? [{ from, value }] : []));
  return changes.length === 1 ? changes[0]!.value : changes;
}
