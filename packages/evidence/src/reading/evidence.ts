import { dayNumber, type IsoDate } from "../calendar.ts";
import { errors } from "../errors.ts";
import { SECTORS, type Sector } from "../geo/sectors.ts";
import { groupBy } from "../group.ts";
import type { AidKind, AidMeasure, DonorGroup } from "../snapshot/monthly-aid.ts";
import type { AidPoint, AreaPoint, LinePoint, LossPoint, SeriesPoint } from "./points.ts";

export interface EvidenceTables {
  readonly area: readonly (AreaPoint & { readonly sector: Sector })[];
  readonly losses: readonly LossPoint[];
  readonly aid: readonly AidPoint[];
  /** Read when first asked for: most uses need the three tables above only. */
  readonly series: () => readonly SeriesPoint[];
  readonly line: () => readonly LinePoint[];
}

/** The whole snapshot. Models and fits get their data through `asOf` only; the rest says what there is. */
export class Evidence {
  readonly #tables: EvidenceTables;
  /** All Mondays with an area, ascending. */
  readonly mondays: readonly IsoDate[];
  readonly firstDate: IsoDate;
  readonly lastDate: IsoDate;

  constructor(tables: EvidenceTables) {
    this.#tables = tables;
    this.mondays = [...new Set(tables.area.map(({ date }) => date))].sort();
    const [first, last] = [this.mondays[0], this.mondays.at(-1)];
    if (first === undefined || last === undefined)
      throw errors.snapshotBroken("area-weekly.csv", "There are no areas.");
    this.firstDate = first;
    this.lastDate = last;
  }

  /**
   * What could be known at the end of `date`: weekly figures of Mondays up to it, and aid of months that were over by
   * it. Kiel revises earlier months; its figures are of one release and are marked as revised in the data package.
   */
  asOf(date: IsoDate): KnownEvidence {
    if (dayNumber(date) === undefined || date < this.firstDate || date > this.lastDate) {
      throw errors.asOfOutside(date, this.firstDate, this.lastDate);
    }
    const { area, losses, aid, series, line } = this.#tables;
    return new KnownEvidence(date, {
      area: area.filter((point) => point.date <= date),
      losses: losses.filter((point) => point.date <= date),
      aid: aid.filter((point) => point.knownFrom <= date),
      series: () => series().filter((point) => point.knownFrom !== "" && point.knownFrom <= date),
      line: () => line().filter((point) => point.date <= date),
    });
  }

  /** Everything in the snapshot: for pictures of what happened afterwards, never for fitting. */
  hindsight(): KnownEvidence {
    return new KnownEvidence(this.lastDate, this.#tables);
  }
}

export interface AidQuery {
  readonly group: DonorGroup;
  readonly kind: AidKind;
  /** Default: allocated. */
  readonly measure?: AidMeasure;
}

/** The part of the evidence that could be known on a date. */
export class KnownEvidence {
  readonly date: IsoDate;
  readonly #tables: EvidenceTables;

  constructor(date: IsoDate, tables: EvidenceTables) {
    this.date = date;
    this.#tables = tables;
  }

  /** Mondays with an area, ascending. */
  get mondays(): readonly IsoDate[] {
    return [...new Set(this.#tables.area.map(({ date }) => date))].sort();
  }

  /** Weekly area held by Russia, km², ascending by date: `area-total` is outside Crimea, or one sector. */
  weeklyArea(of: AreaPoint["sector"] = "area-total"): AreaPoint[] {
    if (of === "area-total") return this.#total(of, (sector) => sector !== "crimea");
    if (of === "area-with-crimea") return this.#total(of, () => true);
    if (!SECTORS.includes(of)) throw errors.unknownName("sector", of, [...SECTORS, "area-total", "area-with-crimea"]);
    return this.#tables.area.filter(({ sector }) => sector === of);
  }

  #total(name: AreaPoint["sector"], counts: (sector: Sector) => boolean): AreaPoint[] {
    const byDate = groupBy(
      this.#tables.area.filter(({ sector }) => counts(sector)),
      ({ date }) => date,
    );
    return [...byDate].map(([date, points]) => {
      const { contestedKm2, ...first } = points[0]!;
      const contested = points.reduce((sum, point) => sum + (point.contestedKm2 ?? 0), 0);
      return {
        ...first,
        date,
        sector: name,
        areaKm2: points.reduce((sum, { areaKm2 }) => sum + areaKm2, 0),
        ...(contestedKm2 === undefined ? {} : { contestedKm2: contested }),
      };
    });
  }

  get lossCategories(): readonly string[] {
    return [...new Set(this.#tables.losses.map(({ category }) => category))].sort();
  }

  /** Claimed losses of one category on Mondays, cumulative, ascending. */
  weeklyLosses(category: string): LossPoint[] {
    const points = this.#tables.losses.filter((point) => point.category === category);
    if (points.length === 0) throw errors.unknownName("loss category", category, this.lossCategories);
    return points;
  }

  /** Length of the line of contact in a sector on Mondays, km, ascending. */
  weeklyLine(sector: Sector): LinePoint[] {
    if (!SECTORS.includes(sector)) throw errors.unknownName("sector", sector, SECTORS);
    return this.#tables.line().filter((point) => point.sector === sector);
  }

  /** Names of all series, in the sources' own time steps, that have an observation by now. */
  get seriesNames(): readonly string[] {
    return [...new Set(this.#tables.series().map(({ series }) => series))].sort();
  }

  /** All observations of one series, such as `meduza.deaths` or `economist.area`, ascending by date. */
  series(name: string): SeriesPoint[] {
    const points = this.#tables.series().filter(({ series }) => series === name);
    if (points.length === 0) throw errors.unknownName("series", name, this.seriesNames);
    return points.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  }

  /** Aid of one donor group and kind, EUR a month, ascending. Commitments exist for kind `total` only. */
  monthlyAid({ group, kind, measure = "allocated" }: AidQuery): AidPoint[] {
    return this.#tables.aid.filter(
      (point) => point.group === group && point.kind === kind && point.measure === measure,
    );
  }
}
