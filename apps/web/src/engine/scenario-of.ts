/** The world's scenarios and models in the form that @logjam/analysis takes. */
import { knowing, type PublicRecord, type Scenario, type Study } from "@logjam/analysis";
import { m1Study, m2Study } from "@logjam/model";
import type { ModelName, ScenarioInfo, World } from "../contract.ts";

export const STUDIES: Readonly<Record<ModelName, Study>> = { M1: m1Study, M2: m2Study };

export function scenarioOf({ id, value }: ScenarioInfo): Scenario {
  const file = `scenarios/${id}.yaml`;
  return { id, file, value, locate: (path) => `${file}: ${path.map(String).join(".")}` };
}

export function findScenario(world: World, id: string): Scenario {
  return scenarioOf(world.scenarios.find((scenario) => scenario.id === id)!);
}

/** A study that knows the other model's levers, so that scenarios and changes may name them. */
export function studyFor(model: ModelName, record: PublicRecord): Study {
  const all = Object.values(STUDIES);
  return knowing(all, [{ study: STUDIES[model], record }])[0]!.study;
}
