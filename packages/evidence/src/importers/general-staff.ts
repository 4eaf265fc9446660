import { errors } from "../errors.ts";
import { type Content, type Importer, type Note, type Observation, type Reading, reading } from "./frame.ts";
import { type DatedRecord, datedRecords, isRecordList, numberIn } from "./json-records.ts";

/** The source's keys and our names for them. Sums: `vehicle` was two counts until 1 May 2022. */
export const EQUIPMENT_SERIES: Readonly<Record<string, readonly string[]>> = {
  tank: ["tank"],
  apc: ["APC"],
  artillery: ["field artillery"],
  mlrs: ["MRL"],
  "air-defence": ["anti-aircraft warfare"],
  aircraft: ["aircraft"],
  helicopter: ["helicopter"],
  uav: ["drone"],
  "cruise-missile": ["cruise missiles"],
  ship: ["naval ship"],
  submarine: ["submarines"],
  vehicle: ["vehicles and fuel tanks", "military auto", "fuel tank"],
  "special-equipment": ["special equipment"],
  "ballistic-missile-system": ["mobile SRBM system"],
};
const KEYS = new Set([...Object.values(EQUIPMENT_SERIES).flat(), "personnel", "personnel*", "POW", "date", "day"]);
const NOT_COUNTED = new Set(["greatest losses direction"]);

/** A fall of a cumulative count beyond this share and number is no correction the source ever made. */
const FALL_SHARE = 0.1;
const FALL_COUNT = 100;

export const generalStaffPersonnel: Importer = {
  id: "general-staff-personnel",
  title: "General Staff of Ukraine: Russian personnel losses, cumulative (JSON)",
  source: "general-staff",
  recognisedBy: "a JSON list of entries with date and personnel, without tank",
  detect: (content) => isRecordList(content, ["date", "personnel"], ["tank"]),
  read: (content) => readCumulative(content, { personnel: ["personnel"] }, "person"),
};

export const generalStaffEquipment: Importer = {
  id: "general-staff-equipment",
  title: "General Staff of Ukraine: Russian equipment losses, cumulative (JSON)",
  source: "general-staff",
  recognisedBy: "a JSON list of entries with date, tank and APC, without personnel",
  detect: (content) => isRecordList(content, ["date", "tank", "APC"], ["personnel"]),
  read: (content) => readCumulative(content, EQUIPMENT_SERIES, "item"),
};

/** Corrections are contained in the cumulative counts from their date on (one or two stand a day early). */
export const generalStaffCorrections: Importer = {
  id: "general-staff-corrections",
  title: "General Staff of Ukraine: corrections of the counts (JSON)",
  source: "general-staff",
  recognisedBy: "a JSON list of entries with date, tank, APC and personnel together",
  detect: (content) => isRecordList(content, ["date", "tank", "APC", "personnel"]),
  read: readCorrections,
};

function readCumulative(content: Content, series: Readonly<Record<string, readonly string[]>>, unit: string): Reading {
  const records = datedRecords(content);
  const observations: Observation[] = [];
  for (const [name, keys] of Object.entries(series)) {
    let last: number | undefined;
    for (const record of records) {
      const value = summed(record, keys);
      if (value === undefined) continue;
      if (last !== undefined && last - value > Math.max(FALL_COUNT, FALL_SHARE * last)) {
        throw errors.cumulativeFalls(record.place, name, last, value);
      }
      last = value;
      observations.push({ series: `general-staff.${name}`, date: record.date, value, unit, row: record.row });
    }
  }
  return reading({ observations, notes: unknownKeys(content, records) });
}

function readCorrections(content: Content): Reading {
  const records = datedRecords(content);
  const observations: Observation[] = [];
  for (const [name, keys] of Object.entries({ personnel: ["personnel"], ...EQUIPMENT_SERIES })) {
    for (const record of records) {
      const value = summed(record, keys, -1e9);
      if (value === undefined || value === 0) continue;
      const unit = name === "personnel" ? "person" : "item";
      observations.push({
        series: `general-staff-correction.${name}`,
        date: record.date,
        value,
        unit,
        row: record.row,
      });
    }
  }
  return reading({ observations, notes: unknownKeys(content, records) });
}

/** The sum of the keys that the record has; undefined when it has none. */
function summed(record: DatedRecord, keys: readonly string[], min = 0): number | undefined {
  const found = keys.map((key) => numberIn(record, key, min)).filter((value) => value !== undefined);
  return found.length === 0 ? undefined : found.reduce((a, b) => a + b, 0);
}

/** Keys that nobody told us of: kept out, and said. */
function unknownKeys(content: Content, records: readonly DatedRecord[]): Note[] {
  const unknown = new Set(
    records.flatMap((record) => Object.keys(record.fields)).filter((key) => !KEYS.has(key) && !NOT_COUNTED.has(key)),
  );
  return [...unknown].map((key) => ({
    place: content.path,
    text: `the category "${key}" is not known and was not read`,
  }));
}
