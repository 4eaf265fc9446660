import { type IsoDate, isIsoDate } from "../calendar.ts";
import { errors } from "../errors.ts";
import { describe, isObject } from "../text/json.ts";
import type { Content } from "./frame.ts";

/** A list of JSON objects with a date each: the General Staff's data set. `row` is what provenance cites. */
export interface DatedRecord {
  readonly date: IsoDate;
  readonly row: string;
  readonly place: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Whether the file is a list of dated objects whose first has all of these keys. */
export function isRecordList(content: Content, keys: readonly string[], without: readonly string[] = []): boolean {
  const json = content.json();
  const first = Array.isArray(json) ? json[0] : undefined;
  return isObject(first) && keys.every((key) => key in first) && !without.some((key) => key in first);
}

/** Reads the list, sorts it by date, and refuses a date that stands twice. */
export function datedRecords(content: Content): DatedRecord[] {
  const json = content.json();
  if (!Array.isArray(json)) throw errors.jsonShape(content.path, "a list of entries", describe(json));
  const records = json.map((fields, index): DatedRecord => {
    const place = `${content.path}, entry ${index + 1}`;
    if (!isObject(fields)) throw errors.jsonShape(place, "an entry with a date", describe(fields));
    const date = fields.date;
    if (typeof date !== "string" || !isIsoDate(date)) throw errors.badDate(place, describe(date), "year-month-day");
    return { date, row: `entry ${index + 1}`, place, fields };
  });
  records.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  for (let i = 1; i < records.length; i++) {
    const [before, record] = [records[i - 1]!, records[i]!];
    if (before.date === record.date) throw errors.duplicate(record.place, record.date, before.row);
  }
  return records;
}

/** A number of a record, or undefined when the key is absent or null. */
export function numberIn(record: DatedRecord, key: string, min: number): number | undefined {
  const value = record.fields[key];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "number" || !Number.isFinite(value) || value < min || Math.abs(value) > 1e12) {
    throw errors.badNumber(`${record.place}, ${key}`, describe(value), `a number of at least ${min}`);
  }
  return value;
}
