/** A forecast as one file of all members: CSV or Parquet with the columns series, place, date, member, value. */
import { type FileHandle, mkdtemp, open, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { csvToParquet, makeFolder } from "@logjam/evidence";
import { cannotWrite } from "../errors.ts";
import { checkWritable } from "../files/atomic.ts";
import { forecastErrors } from "./errors.ts";
import type { MadeForecast } from "./make-forecast.ts";
import { decimalsOf } from "./series.ts";

export type FileForm = "csv" | "parquet";

/** The form that a file's ending asks for. Throws `forecast/extension`. */
export function formOf(file: string): FileForm {
  if (/\.csv$/i.test(file)) return "csv";
  if (/\.parquet$/i.test(file)) return "parquet";
  throw forecastErrors.extension(file);
}

const COLUMNS = { series: "VARCHAR", place: "VARCHAR", date: "DATE", member: "INTEGER", value: "DOUBLE" } as const;

/** The rows as text, a piece for each series, place and week: large forecasts never stand in memory as text. */
export function* csvPieces({ parts, dates, levels, members }: Omit<MadeForecast, "notes">): Generator<string> {
  yield `${Object.keys(COLUMNS).join(",")}\n`;
  for (const { series, place, target } of parts) {
    const decimals = decimalsOf(target);
    const values = levels[target]!;
    for (const [week, date] of dates.entries()) {
      const start = `${series},${place},${date},`;
      let piece = "";
      for (let m = 0; m < members; m++) {
        const value = values[week * members + m]!;
        // A failed member is an empty cell.
        piece += `${start}${m},${Number.isFinite(value) ? value.toFixed(decimals) : ""}\n`;
      }
      yield piece;
    }
  }
}

/**
 * A place for a file that is not there until it is whole: `prepare` fails early where it cannot be written, before any
 * forecasting; `write` puts the forecast there; `discard` takes everything back. Throws `output/file`.
 */
export async function fileInWaiting(file: string) {
  const form = formOf(file);
  await checkWritable([file]);
  const waiting = `${file}.${process.pid}.tmp`;
  let handle: FileHandle | undefined;
  try {
    makeFolder(dirname(file));
    handle = await open(waiting, "w");
  } catch (error) {
    throw cannotWrite(file, String((error as NodeJS.ErrnoException).code ?? error));
  }
  const opened = handle;
  const discard = async () => {
    await opened.close().catch(() => {});
    await rm(waiting, { force: true });
  };
  const write = async (made: MadeForecast) => {
    try {
      if (form === "csv") await writePieces(opened, made);
      else {
        await opened.close();
        await writeParquet(waiting, made);
      }
      await rename(waiting, file);
    } catch (error) {
      await discard();
      throw cannotWrite(file, String((error as NodeJS.ErrnoException).code ?? (error as Error).message));
    }
  };
  return { write, discard };
}

async function writePieces(handle: FileHandle, made: MadeForecast): Promise<void> {
  try {
    for (const piece of csvPieces(made)) await handle.appendFile(piece);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function writeParquet(file: string, made: MadeForecast): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "logjam-forecast-"));
  try {
    const csv = join(folder, "rows.csv");
    await writePieces(await open(csv, "w"), made);
    await csvToParquet(csv, file, COLUMNS);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
