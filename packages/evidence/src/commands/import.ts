import { rawFilesAt } from "../archive/raw-paths.ts";
import { errors } from "../errors.ts";
import { writeTogether } from "../files.ts";
import type { Note, RawFile } from "../importers/frame.ts";
import { collect, type Progress } from "../snapshot/collect.ts";
import { loadState } from "../snapshot/load-state.ts";
import { merge, type SeriesChange } from "../snapshot/merge.ts";
import { render } from "../snapshot/render.ts";

export interface ImportOptions {
  /** The snapshot's folder. */
  readonly data: string;
  /** Take over changes to sources that do not revise; the older numbers are kept as superseded. */
  readonly acceptChanges?: boolean;
  /** Say what would change, and write nothing. */
  readonly dryRun?: boolean;
  readonly onProgress?: Progress;
}

export interface ImportReport {
  readonly applied: boolean;
  readonly filesRead: number;
  readonly before: string;
  readonly after: string;
  readonly changes: readonly SeriesChange[];
  readonly notes: readonly Note[];
}

/** Imports newer raw files of any known source: files, folders, zip archives, gzip. */
export const importPaths = (paths: readonly string[], options: ImportOptions): Promise<ImportReport> =>
  importRaw(() => rawFilesAt(paths), paths.join(", "), options);

/** As `importPaths`, from files at hand. All is computed before anything is written, and written as one change. */
export async function importRaw(
  files: () => Iterable<RawFile>,
  where: string,
  { data, acceptChanges = false, dryRun = false, onProgress = () => {} }: ImportOptions,
): Promise<ImportReport> {
  const state = await loadState(data);
  const incoming = collect(files, state.oblasts, where, onProgress);
  if (incoming.files.length === 0) throw errors.nothingToImport(where);
  const { state: next, changes } = merge(state, incoming);
  const conflicts = changes.filter(({ conflict }) => conflict);
  if (conflicts.length > 0 && !acceptChanges && !dryRun) {
    throw errors.importConflict(
      where,
      conflicts.flatMap(({ series, changed, examples }) => [`${series}: ${changed} changed, e.g. ${examples[0]}`]),
    );
  }
  onProgress("laying out the snapshot", 0, 1);
  const rendered = await render(next, where);
  if (!dryRun) writeTogether(data, rendered.files, "datapackage.json");
  return {
    applied: !dryRun,
    filesRead: incoming.files.length,
    before: lastDay(state.maps),
    after: lastDay(next.maps),
    changes: changes.filter(({ added, changed, missing }) => added + changed + missing > 0),
    notes: incoming.notes,
  };
}

const lastDay = (maps: readonly { readonly date: string }[]): string =>
  maps.reduce((last, { date }) => (date > last ? date : last), "");

/** The report as text. */
export function importText(report: ImportReport): string {
  const { applied, filesRead, before, after, changes, notes } = report;
  const lines = changes.map(({ series, added, changed, unchanged, missing, conflict, examples }) => {
    const counts = `${added} new, ${changed} changed, ${unchanged} the same${missing > 0 ? `, ${missing} no longer there` : ""}`;
    return [
      `  ${series}: ${counts}${conflict ? "  CONFLICT: this source does not revise" : ""}`,
      ...examples.map((text) => `      ${text}`),
    ].join("\n");
  });
  return [
    `${filesRead} file(s) read; the last map was of ${before}, now ${after}.`,
    ...(changes.length === 0 ? ["Nothing is new."] : lines),
    ...notes.map(({ place, text }) => `  note: ${place}: ${text}`),
    applied
      ? "The snapshot is up to date; older numbers that changed are kept in superseded.csv."
      : "Dry run: nothing was written.",
    "",
  ].join("\n");
}
