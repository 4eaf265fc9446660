/** What past origins taught, one small file for each: `stack/DATE.json` in the folder of the track record. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { SpreadCell, StackCell, StackRecord } from "@logjam/inference";
import * as z from "zod";
import { forecastErrors } from "./errors.ts";

const FORMAT = "logjam-stack-record/1";

export interface StoredRecord {
  /** Of everything that the record follows from. */
  readonly identity: string;
  readonly record: StackRecord;
}

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const numbers = z.array(z.number().nullable());
const cell = { target: z.string(), horizonWeeks: z.int().positive(), knownFrom: date };
const schema = z.strictObject({
  format: z.literal(FORMAT),
  identity: z.string(),
  origin: date,
  components: z.array(z.string()),
  cells: z.array(z.strictObject({ ...cell, toObserved: numbers, between: numbers })),
  spreads: z.array(z.strictObject({ ...cell, crps: numbers })),
});

const rounded = (values: readonly number[]): (number | null)[] =>
  values.map((value) => (Number.isFinite(value) ? Number(value.toPrecision(6)) : null));
const read = (values: readonly (number | null)[]): number[] => values.map((value) => value ?? Number.NaN);

/** One line for each cell, so that a change shows where it is. Numbers keep six digits; a missing one is null. */
export function recordText({ identity, record }: StoredRecord): string {
  const lines = (cells: readonly object[]) =>
    cells.length === 0 ? "[]" : `[\n${cells.map((each) => JSON.stringify(each)).join(",\n")}\n]`;
  const cells = record.cells.map((each: StackCell) => ({
    ...each,
    toObserved: rounded(each.toObserved),
    between: rounded(each.between),
  }));
  const spreads = record.spreads.map((each: SpreadCell) => ({ ...each, crps: rounded(each.crps) }));
  return `{"format":"${FORMAT}","identity":"${identity}","origin":"${record.origin}",
"components":${JSON.stringify(record.components)},
"cells":${lines(cells)},
"spreads":${lines(spreads)}}
`;
}

/** Reads what `recordText` wrote. Throws `forecast/stack-record` with what is wrong. */
export function parseRecord(text: string, file: string): StoredRecord {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw forecastErrors.brokenRecord(file, (error as Error).message);
  }
  const found = schema.safeParse(value);
  if (!found.success) {
    const { path, message } = found.error.issues[0]!;
    throw forecastErrors.brokenRecord(file, `${path.join(".")}: ${message}`);
  }
  const { identity, origin, components, cells, spreads } = found.data;
  return {
    identity,
    record: {
      origin,
      components,
      cells: cells.map((each) => ({ ...each, toObserved: read(each.toObserved), between: read(each.between) })),
      spreads: spreads.map((each) => ({ ...each, crps: read(each.crps) })),
    },
  };
}

export const stackFolder = (trackRecord: string): string => join(trackRecord, "stack");
export const recordFile = (trackRecord: string, origin: string): string =>
  join(stackFolder(trackRecord), `${origin}.json`);

/** All records of a track record, by date; none where nothing was learnt yet. */
export function readRecords(trackRecord: string): StoredRecord[] {
  const folder = stackFolder(trackRecord);
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names
    .filter((name) => /^\d{4}-\d{2}-\d{2}\.json$/.test(name))
    .sort()
    .map((name) => parseRecord(readFileSync(join(folder, name), "utf8"), join(folder, name)));
}
