/** What forecasts are scored on. Ranges are those of a war that goes on as we know it: a guard, not a forecast. */
import { FRONT_SECTORS } from "@logjam/evidence";
import type { Target, TargetGroup } from "@logjam/inference";

export const areaOf = (sector: string): string => `area/${sector}`;
export const AREA_TOTAL = "area-total";

const AREAS: readonly Target[] = [
  {
    id: AREA_TOTAL,
    title: "area that Russia holds outside Crimea",
    unit: "km²",
    resolution: 1,
    range: [20_000, 200_000],
    weeklyChange: [-8000, 8000],
  },
  ...FRONT_SECTORS.map((sector) => ({
    id: areaOf(sector),
    title: `area that Russia holds in ${sector}`,
    unit: "km²",
    resolution: 1,
    range: [0, 60_000] as const,
    weeklyChange: [-6000, 6000] as const,
  })),
];

/** Claimed losses by category of the General Staff's series; cumulative, so that only corrections make them fall. */
const CLAIMS: readonly Target[] = [
  {
    id: "personnel",
    title: "Russian personnel losses as claimed by Ukraine's General Staff",
    unit: "persons",
    resolution: 10,
    range: [0, 5_000_000],
    weeklyChange: [-2000, 30_000],
  },
  {
    id: "tank",
    title: "Russian tanks lost as claimed by Ukraine's General Staff",
    unit: "tanks",
    resolution: 1,
    range: [0, 50_000],
    weeklyChange: [-200, 1500],
  },
  {
    id: "artillery",
    title: "Russian artillery lost as claimed by Ukraine's General Staff",
    unit: "pieces",
    resolution: 1,
    range: [0, 300_000],
    weeklyChange: [-500, 3000],
  },
];

export const DEATHS = "deaths";

/**
 * Weekly deaths, not cumulative. A week is an ISO week, dated by the Monday on which it begins, as in `meduza.deaths`: the
 * newest that can be known on a Monday began a week before it.
 */
const WEEKLY_DEATHS: Target = {
  id: DEATHS,
  title: "deaths of Russian soldiers in the week that begins on the date, as estimated by Meduza and Mediazona",
  unit: "persons a week",
  resolution: 10,
  range: [0, 30_000],
  weeklyChange: [-3000, 3000],
  lagWeeks: [1, 104],
  caution:
    "One release is at hand: its figures stand in for what was known on earlier days, which is kinder to every forecaster " +
    "than the truth was. The last half year of a release rests on a prediction and will be revised, so outcomes there are provisional.",
};

export const TARGETS: readonly Target[] = [...AREAS, ...CLAIMS, WEEKLY_DEATHS];
export const CLAIMED: ReadonlySet<string> = new Set(CLAIMS.map(({ id }) => id));

export const GROUPS: readonly TargetGroup[] = [{ id: "area-by-sector", targets: FRONT_SECTORS.map(areaOf) }];
