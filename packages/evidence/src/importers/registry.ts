import { errors } from "../errors.ts";
import { parseJson } from "../text/json.ts";
import { boundaries } from "./boundaries.ts";
import { nearestFormat } from "./csv-importer.ts";
import { deepstateArchive } from "./deepstate-archive.ts";
import { deepstateDaily } from "./deepstate-daily.ts";
import { economistArea } from "./economist-area.ts";
import { economistEstimates } from "./economist-estimates.ts";
import { type Content, contentOf, type Importer, type RawFile, type Reading } from "./frame.ts";
import { generalStaffCorrections, generalStaffEquipment, generalStaffPersonnel } from "./general-staff.ts";
import { ardennesDaily, ardennesWiper, battles } from "./history.ts";
import { kielDonorMonths } from "./kiel-donor-months.ts";
import { kielEuShares, kielProcurement, kielRelease, kielTotals, kielWeapons } from "./kiel-tables.ts";
import { liveuamap } from "./liveuamap.ts";
import { meduzaColumns, meduzaWeekly } from "./meduza-weekly.ts";
import { oryxDaily, oryxTotals } from "./oryx.ts";

/** Every format that can be read. No two recognise the same content (a test proves it on all samples). */
export const IMPORTERS: readonly Importer[] = [
  boundaries,
  deepstateArchive,
  deepstateDaily,
  generalStaffPersonnel,
  generalStaffEquipment,
  generalStaffCorrections,
  kielDonorMonths,
  kielTotals,
  kielProcurement,
  kielEuShares,
  kielWeapons,
  kielRelease,
  economistArea,
  economistEstimates,
  meduzaWeekly,
  meduzaColumns,
  liveuamap,
  oryxDaily,
  oryxTotals,
  ardennesDaily,
  ardennesWiper,
  battles,
];

/** The importer that recognises the content, or undefined. */
export const detectImporter = (content: Content): Importer | undefined =>
  IMPORTERS.find((importer) => importer.detect(content));

/** Recognises and reads one file; unknown or broken files are complaints with place and next step. */
export function importFile(file: RawFile): { importer: Importer; reading: Reading; content: Content } {
  const content = contentOf(file);
  const importer = detectImporter(content);
  if (importer === undefined) throw unrecognised(content);
  return { importer, reading: importer.read(content), content };
}

/** Says why nothing recognised the file: broken JSON has a place, unknown columns have names. */
function unrecognised(content: Content): Error {
  if (/^\s*[{[]/.test(content.text)) {
    parseJson(content.text, content.path);
    return errors.unknownKind(content.path, "it is JSON, but of no known source");
  }
  const near = nearestFormat(content, IMPORTERS);
  if (near !== undefined) return near;
  const header = content.header();
  return errors.unknownKind(
    content.path,
    header === undefined ? "" : `its columns are ${header.slice(0, 8).join(", ")}`,
  );
}
