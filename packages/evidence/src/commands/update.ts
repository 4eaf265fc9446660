import type { IsoDate } from "../calendar.ts";
import { type Address, publishedAddresses } from "../fetch/addresses.ts";
import { type FetchOptions, fetchFile } from "../fetch/fetch-file.ts";
import type { RawFile } from "../importers/frame.ts";
import { loadState } from "../snapshot/load-state.ts";
import { type ImportOptions, type ImportReport, importRaw, importText } from "./import.ts";

export interface UpdateOptions extends ImportOptions {
  /** The day up to which maps are asked for. */
  readonly today: IsoDate;
  /** What to fetch instead of the published addresses: for mirrors and tests. */
  readonly addresses?: (lastMap: IsoDate, today: IsoDate) => readonly Address[];
  readonly fetching?: FetchOptions;
}

export interface UpdateReport extends ImportReport {
  /** Addresses that hold nothing (yet). */
  readonly absent: readonly string[];
  /** Files that are the same as those of the snapshot, by checksum. */
  readonly same: readonly string[];
}

/** Fetches what the sources published since, and imports it. Any failure leaves the snapshot as it was. */
export async function updateSnapshot(options: UpdateOptions): Promise<UpdateReport> {
  const { data, today, addresses = publishedAddresses, fetching = {}, onProgress = () => {} } = options;
  const state = await loadState(data);
  const known = new Map(state.files.map(({ path, sha256 }) => [path, sha256]));
  const lastMap = state.maps.reduce((last, { date }) => (date > last ? date : last), "");
  const wanted = addresses(lastMap, today);
  const [files, absent, same]: [RawFile[], string[], string[]] = [[], [], []];
  for (const [done, address] of wanted.entries()) {
    onProgress("fetching", done, wanted.length);
    const found = await fetchFirst([address, ...(address.fallbacks ?? [])], fetching);
    if (found === undefined) absent.push(address.url);
    else if (known.get(found.path) === found.sha256) same.push(found.path);
    else files.push(found);
  }
  if (files.length === 0) {
    return { applied: false, filesRead: 0, before: lastMap, after: lastMap, changes: [], notes: [], absent, same };
  }
  return { ...(await importRaw(() => files, "published files", options)), absent, same };
}

async function fetchFirst(
  addresses: readonly Address[],
  fetching: FetchOptions,
): Promise<(RawFile & { sha256: string }) | undefined> {
  for (const { url, path } of addresses) {
    const found = await fetchFile(url, fetching);
    if (found !== undefined) return { path, ...found };
  }
  return undefined;
}

export const updateText = (report: UpdateReport): string =>
  [
    `${report.same.length} published file(s) are the same as before.`,
    ...report.absent.map((url) => `  nothing at ${url}`),
    importText(report),
  ].join("\n");
