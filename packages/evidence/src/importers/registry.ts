import { errors } from "../errors.ts";
import { parseJson } from "../text/json.ts";
import { boundaries } from "./boundaries.ts";
import { deepstateArchive } from "./deepstate-archive.ts";
import { deepstateDaily } from "./deepstate-daily.ts";
import { type Content, contentOf, type Importer, type RawFile, type Reading } from "./frame.ts";
import { generalStaffCorrections, generalStaffEquipment, generalStaffPersonnel } from "./general-staff.ts";
import { kielDonorMonths } from "./kiel-donor-months.ts";

/** Every format that can be read. No two recognise the same content (a test proves it on all samples). */
export const IMPORTERS: readonly Importer[] = [
  boundaries,
  deepstateArchive,
  deepstateDaily,
  generalStaffPersonnel,
  generalStaffEquipment,
  generalStaffCorrections,
  kielDonorMonths,
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
  const header = content.header();
  return errors.unknownKind(
    content.path,
    header === undefined ? "" : `its columns are ${header.slice(0, 8).join(", ")}`,
  );
}
