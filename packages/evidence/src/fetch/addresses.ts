import { addDays, type IsoDate, mondayOnOrAfter, mondayOnOrBefore, mondaysBetween } from "../calendar.ts";

/** A file that a source publishes, and what it is called in the raw folder. */
export interface Address {
  readonly url: string;
  readonly path: string;
  /** Files by date may not exist for a day: then the days before are tried. */
  readonly fallbacks?: readonly Address[];
}

const GITHUB = "https://raw.githubusercontent.com";
const ECONOMIST = `${GITHUB}/TheEconomist/the-economist-ukraine-war-dead-and-wounded-estimates/main/source-data/deaths-and-casualties-data`;
const LOSSES = `${GITHUB}/PetroIvaniuk/2022-Ukraine-Russia-War-Dataset/main/data`;
const KIEL = `${GITHUB}/UkraineSupportTrackerWebsite/ukraine-support-tracker/main/data`;
const MAPS = `${GITHUB}/cyterat/deepstate-map-data/main/data`;

const KIEL_FILES = [
  "data_explorer",
  "eu_aid_shares",
  "procurement_trends",
  "release_info",
  "total_allocations",
  "weapons",
];

/** Files that the sources replace in place. */
const STANDING: readonly Address[] = [
  ...["personnel", "equipment", "equipment_correction"].map((name) => ({
    url: `${LOSSES}/russia_losses_${name}.json`,
    path: `general-staff/russia_losses_${name}.json`,
  })),
  ...KIEL_FILES.map((name) => ({ url: `${KIEL}/${name}.csv`, path: `kiel/${name}.csv` })),
  {
    url: `${ECONOMIST}/area_assessed_as_controlled_by_russia.csv`,
    path: "economist/area_assessed_as_controlled_by_russia.csv",
  },
  { url: `${GITHUB}/scarnecchia/oryx_data/main/daily_count.csv`, path: "oryx/daily_count.csv" },
  { url: `${GITHUB}/scarnecchia/oryx_data/main/totals_by_type.csv`, path: "oryx/totals_by_type.csv" },
  { url: `${GITHUB}/conflict-investigations/liveuamap-analysis/main/territory.csv`, path: "liveuamap/territory.csv" },
];

/** How many days before a Monday a map still serves for it. */
const FALLBACK_DAYS = 6;

/** What to fetch: the standing files, and a map for every Monday after the last one known, up to `today`. */
export function publishedAddresses(lastMap: IsoDate, today: IsoDate): Address[] {
  const first = mondayOnOrAfter(addDays(lastMap, 1));
  return [...STANDING, ...mondaysBetween(first, mondayOnOrBefore(today)).map(mapAddress)];
}

function mapAddress(monday: IsoDate): Address {
  const [best, ...fallbacks] = Array.from({ length: FALLBACK_DAYS + 1 }, (_, days): Address => {
    const name = `deepstatemap_data_${addDays(monday, -days).replaceAll("-", "")}.geojson`;
    return { url: `${MAPS}/${name}`, path: `deepstate-daily/${name}` };
  });
  return { ...best!, fallbacks };
}
