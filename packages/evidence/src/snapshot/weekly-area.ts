import { addDays, daysBetween, type IsoDate, mondayOnOrAfter, mondayOnOrBefore, mondaysBetween } from "../calendar.ts";
import { intervalsOf, type LineIntervals } from "../geo/scanlines.ts";
import { SECTORS, type Sector } from "../geo/sectors.ts";
import { areaByRegion, type Theatre } from "../geo/theatre.ts";
import type { TerritoryMap } from "../importers/frame.ts";

/** Areas of one published map, without its polygons. */
export interface MapArea {
  readonly form: TerritoryMap["form"];
  readonly date: IsoDate;
  readonly publishedAt: string;
  readonly path: string;
  /** km² held, by sector; every sector is there. */
  readonly held: Readonly<Record<Sector, number>>;
  /** km² in question, not held at the same time; undefined when the form does not show it. */
  readonly contested: Readonly<Record<Sector, number>> | undefined;
}

/** What of a map is held, and what is held or in question, on the lines of a theatre: cut once, measured several times. */
export interface CutMap {
  readonly map: TerritoryMap;
  readonly held: LineIntervals;
  /** Undefined when the form does not show what is in question. */
  readonly either: LineIntervals | undefined;
}

export const cutMap = (map: TerritoryMap, { lines }: Theatre): CutMap => ({
  map,
  held: intervalsOf(map.occupied, lines),
  either: map.showsContested ? intervalsOf([...map.occupied, ...map.contested], lines) : undefined,
});

/** Measures one map. Ground that is both occupied and in question counts as occupied. */
export function measureMap({ map, ...cut }: CutMap, theatre: Theatre): MapArea {
  const sums = (intervals: LineIntervals): Record<Sector, number> => {
    const totals = Object.fromEntries(SECTORS.map((sector) => [sector, 0])) as Record<Sector, number>;
    for (const { sector, areaKm2 } of areaByRegion(intervals, theatre)) totals[sector] += areaKm2;
    return totals;
  };
  const held = sums(cut.held);
  const either = cut.either === undefined ? undefined : sums(cut.either);
  const contested =
    either === undefined
      ? undefined
      : (Object.fromEntries(SECTORS.map((sector) => [sector, either[sector] - held[sector]])) as Record<
          Sector,
          number
        >);
  const { form, date, publishedAt, path } = map;
  return { form, date, publishedAt, path, held, contested };
}

/** From this Monday on the daily form is used; both forms have a map of that day, so the step between them is known. */
export const FORM_JOIN: IsoDate = "2024-07-08";

export type WeekStatus = "published" | "carried";

export interface WeekArea {
  readonly date: IsoDate;
  /** `carried`: no map was published in the seven days up to this Monday, so the one before stands. */
  readonly status: WeekStatus;
  readonly map: MapArea;
}

/**
 * For each Monday the last map published by its end (UTC): the archive form up to and on the join, the daily form after
 * it (the archive form again where no daily map is at hand). A week without a new map carries the last one forward and
 * is marked; nothing is interpolated, for that would use the future.
 */
export function weeklyAreas(maps: readonly MapArea[]): WeekArea[] {
  const ordered = [...maps].sort((a, b) => (a.publishedAt < b.publishedAt ? -1 : 1));
  const [first, last] = [ordered[0], ordered.at(-1)];
  if (first === undefined || last === undefined) return [];
  const weeks: WeekArea[] = [];
  for (const monday of mondaysBetween(mondayOnOrAfter(first.date), lastMonday(last.date))) {
    const preferred = monday <= FORM_JOIN ? "archive" : "daily";
    const known = ordered.filter((map) => map.date <= monday);
    const newest = known.at(-1)!;
    const inForm = known.filter((map) => map.form === preferred).at(-1);
    const map = inForm !== undefined && daysBetween(inForm.date, newest.date) < 7 ? inForm : newest;
    weeks.push({ date: monday, status: map.date > addDays(monday, -7) ? "published" : "carried", map });
  }
  return weeks;
}

/** A map is good for its Monday; maps later in the week wait for the next one, which has not ended yet. */
const lastMonday = (date: IsoDate): IsoDate => mondayOnOrBefore(date);

/** Both forms on the join day, if both are there: the step that the change of form makes. */
export function formJoin(maps: readonly MapArea[]): { archive: MapArea; daily: MapArea } | undefined {
  const on = (form: MapArea["form"]): MapArea | undefined =>
    maps.filter((map) => map.form === form && map.date === FORM_JOIN).at(-1);
  const archive = on("archive");
  const daily = on("daily");
  return archive === undefined || daily === undefined ? undefined : { archive, daily };
}
