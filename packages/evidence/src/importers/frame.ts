import type { IsoDate } from "../calendar.ts";
import type { Polygon } from "../geo/polygon.ts";
import type { Oblast } from "../geo/theatre.ts";
import { csvHeader } from "../text/csv.ts";
import { decodeText } from "../text/decode.ts";
import { isObject } from "../text/json.ts";
import type { SourceId } from "./sources.ts";

/** A raw file as it came: `path` is what provenance cites, relative to the raw folder; it may be empty (hidden). */
export interface RawFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A decoded file, parsed no more often than needed. */
export interface Content {
  readonly path: string;
  readonly text: string;
  /** Parsed JSON, or undefined when the text is not JSON. */
  readonly json: () => unknown;
  /** The first line's cells, by the delimiter. */
  readonly header: (delimiter?: string) => readonly string[] | undefined;
}

/** One number of one source, as the source gives it, after units and dates were normalised. */
export interface Observation {
  /** Dotted name: `general-staff.tank`, `economist.area`. */
  readonly series: string;
  /** The day it speaks of; the first day of a week or month; empty where the source gives none (historical battles). */
  readonly date: IsoDate | "";
  /** Absent where the source gives bounds only. */
  readonly value?: number;
  readonly low?: number;
  readonly high?: number;
  readonly unit: string;
  readonly place?: string;
  /** `row 12` (line of the file), `entry 7` (of a JSON list), `feature 3`. */
  readonly row: string;
  readonly note?: string;
}

/** One published map: which polygons are held, which are in question. */
export interface TerritoryMap {
  readonly form: "archive" | "daily";
  readonly date: IsoDate;
  /** When it was published, ISO 8601 UTC; for daily maps only the day is known. */
  readonly publishedAt: string;
  readonly path: string;
  readonly occupied: readonly Polygon[];
  readonly contested: readonly Polygon[];
  /** Whether the form shows contested ground at all. */
  readonly showsContested: boolean;
}

/** A repair or an oddity that was let pass: never silent. */
export interface Note {
  readonly place: string;
  readonly text: string;
}

export interface Reading {
  readonly observations: readonly Observation[];
  readonly maps: readonly TerritoryMap[];
  readonly oblasts: readonly Oblast[];
  readonly notes: readonly Note[];
}

/**
 * One source's own format. `detect` looks at content alone, so a renamed file is still recognised; `read` parses,
 * validates, normalises units and dates, and emits.
 */
export interface Importer {
  readonly id: string;
  readonly title: string;
  readonly source: SourceId;
  /** How a file is recognised, in words, for `data list --importers`. */
  readonly recognisedBy: string;
  /** For CSV formats: the columns it needs, so that a renamed one can be named. */
  readonly columns?: readonly string[];
  readonly delimiter?: string;
  readonly detect: (content: Content) => boolean;
  readonly read: (content: Content) => Reading;
}

/** An observation that has a value, for series that always do. */
export const hasValue = <O extends Observation>(observation: O): observation is O & { readonly value: number } =>
  observation.value !== undefined;

export const reading = (part: Partial<Reading>): Reading => ({
  observations: [],
  maps: [],
  oblasts: [],
  notes: [],
  ...part,
});

/** Decodes a raw file for detection and reading. */
export function contentOf(file: RawFile): Content {
  const text = decodeText(file.bytes, file.path);
  const looksJson = /^\s*[{[]/.test(text);
  let parsed: { value: unknown } | undefined;
  return {
    path: file.path,
    text,
    json: () => {
      if (!looksJson) return undefined;
      parsed ??= { value: tryJson(text) };
      return parsed.value;
    },
    header: (delimiter) => (looksJson ? undefined : csvHeader(text, delimiter)),
  };
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether the header has all of these columns (in any order, others allowed). */
export const hasColumns = (content: Content, columns: readonly string[], delimiter?: string): boolean => {
  const header = content.header(delimiter);
  return header !== undefined && columns.every((column) => header.includes(column));
};

/** The features of a GeoJSON FeatureCollection or single Feature; undefined for anything else. */
export function featuresOf(json: unknown): readonly unknown[] | undefined {
  if (!isObject(json)) return undefined;
  if (json.type === "FeatureCollection" && Array.isArray(json.features)) return json.features;
  return json.type === "Feature" ? [json] : undefined;
}
