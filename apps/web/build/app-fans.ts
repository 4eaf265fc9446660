/** What the app draws over time: the study's own fans, and further outputs that only the app has room for. */
import type { FanSpec } from "@logjam/analysis";
import type { FanInfo, ModelName } from "../src/contract.ts";

type Placed = Pick<FanInfo, "group" | "side" | "observed">;

const PLACES: Readonly<Record<string, Placed>> = {
  area: { group: "area", observed: "area" },
  "claimed-losses": { group: "losses", side: "ru", observed: "claimed-losses" },
  "aid-allocated": { group: "aid" },
  "aid-delivered": { group: "aid" },
  "force-ua": { group: "force", side: "ua" },
  "force-ru": { group: "force", side: "ru" },
  "fires-ua": { group: "ammunition", side: "ua" },
  "fires-ru": { group: "ammunition", side: "ru" },
};

/** Of both sides: id, output, what it is, unit, per, group. */
const BY_SIDE = [
  ["losses", "outcomes.lossesAtFront", "losses at the front", "persons a week", 1, "losses"],
  ["rounds", "outcomes.roundsInStock", "artillery rounds in stock", "thousand", 1e3, "ammunition"],
  ["drones", "outcomes.dronesReaching", "strike drones that reach the front", "thousand a week", 1e3, "drones"],
  ["vehicles", "outcomes.vehicles", "armoured vehicles in the field", "thousand", 1e3, "other"],
  ["quality", "outcomes.qualityOfTroops", "quality of troops", "1", 1, "other"],
] as const;
const SIDES = [
  ["ua", "Ukrainian"],
  ["ru", "Russian"],
] as const;

/** The fans of an app over the given models, each told which of them have it. */
export function appFans(
  models: readonly {
    readonly name: ModelName;
    readonly fans: readonly FanSpec[];
    readonly outputs: readonly string[];
  }[],
): FanInfo[] {
  const own = models
    .flatMap(({ fans }) => fans)
    .map((fan) => ({ ...fan, ...(PLACES[fan.id] ?? { group: "other" as const }) }));
  const further = BY_SIDE.flatMap(([id, output, what, unit, per, group]) =>
    SIDES.map(([side, whose]) => ({
      id: `${id}-${side}`,
      output: `${output}[${side}]`,
      title: `${whose} ${what}`,
      unit,
      per,
      group,
      side,
    })),
  );
  const all = [...new Map([...own, ...further].map((fan) => [fan.id, fan])).values()];
  return all
    .map((fan) => ({
      ...fan,
      models: models.filter(({ outputs }) => outputs.includes(fan.output)).map(({ name }) => name),
    }))
    .filter((fan) => fan.models.length > 0);
}
