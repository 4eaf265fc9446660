/** The Ardennes, 1944-45, day by day: what examples 6 to 8 are tested on. Blue = Allies, Red = Germans. */
import { column, readColumns } from "./support/data-file.ts";

export type Side = "blue" | "red";
/** Fighting troops alone, or all troops. */
export type Scope = "combat" | "total";

/** Strengths and losses of one side, one entry per day from day 1 to day 32. */
export interface SideByDay {
  readonly strength: readonly number[];
  readonly losses: readonly number[];
}

/** Bracken's weights: what one of each counts for in men. J. Bracken, *Naval Research Logistics* 42 (1995) 559-577. */
export const WEIGHTS = { manpower: 1, tank: 20, carrier: 5, gun: 40 } as const;

/** Weighted strength and losses of a side, days 1 to 32 (on day 0 the Germans have no entries). */
export function ardennes(side: Side, scope: Scope): SideByDay {
  const table = readColumns("ardennes-daily.csv", ",");
  const weighted = (men: string, tanks: string, carriers: string, guns: string) => {
    const [m, t, c, g] = [men, tanks, carriers, guns].map((name) => column(table, `${side}_${name}`).slice(1));
    return m!.map(
      (value, day) =>
        value * WEIGHTS.manpower + t![day]! * WEIGHTS.tank + c![day]! * WEIGHTS.carrier + g![day]! * WEIGHTS.gun,
    );
  };
  return {
    strength: weighted(`${scope}_manpower`, "tanks", "apc", "artillery"),
    losses: weighted(`${scope}_casualties`, "tank_losses", "apc_losses", "artillery_losses"),
  };
}

/** The first and last day of each regression, counting from 1. */
export const PERIODS = { "1-32": [1, 32], "1-10": [1, 10], "11-32": [11, 32] } as const;
export type Period = keyof typeof PERIODS;

/** The days of a period, out of a list that begins on day 1. */
export const during = (values: readonly number[], period: Period): readonly number[] =>
  values.slice(PERIODS[period][0] - 1, PERIODS[period][1]);
