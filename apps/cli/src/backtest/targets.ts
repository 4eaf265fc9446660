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

export const TARGETS: readonly Target[] = [...AREAS, ...CLAIMS];
export const CLAIMED: ReadonlySet<string> = new Set(CLAIMS.map(({ id }) => id));

export const GROUPS: readonly TargetGroup[] = [{ id: "area-by-sector", targets: FRONT_SECTORS.map(areaOf) }];
