import { createHash } from "node:crypto";
import { SOURCES, type SourceId } from "../importers/sources.ts";
import type { Field } from "./tables.ts";

/** A finished resource: a table with its bytes, and the sources behind it. */
export interface Resource {
  readonly name: string;
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly format: string;
  readonly mediatype: string;
  readonly bytes: Uint8Array;
  readonly sources: readonly SourceId[];
  readonly fields?: readonly Field[];
  readonly primaryKey?: readonly string[];
}

/**
 * The descriptor (Data Package 2.0): per resource its schema, sources, licences, size and SHA-256. No clock enters: the
 * version is the last date of the data, so the same raw files give the same bytes.
 */
export function dataPackage(resources: readonly Resource[], lastDate: string): string {
  const descriptor = {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: "logjam-evidence",
    title: "Logjam: public data on the positional phase of the Russo-Ukrainian war",
    description:
      "Figures computed from public sources by Logjam's importers, each with the raw file and row it comes from. Rebuilt byte for byte by `npm run data:build`.",
    version: lastDate,
    keywords: ["Ukraine", "Russia", "war", "area", "losses", "aid"],
    licenses: licencesOf(resources.flatMap(({ sources }) => sources)),
    sources: sourcesOf(resources.flatMap(({ sources }) => sources)),
    resources: resources.map(resourceDescriptor),
  };
  return `${JSON.stringify(descriptor, undefined, 2)}\n`;
}

function resourceDescriptor(resource: Resource): object {
  const { name, path, title, description, format, mediatype, bytes, fields, primaryKey } = resource;
  return {
    name,
    ...(fields === undefined ? {} : { type: "table" }),
    path,
    title,
    description,
    format,
    mediatype,
    ...(format === "csv" ? { encoding: "utf-8" } : {}),
    bytes: bytes.length,
    hash: `sha256:${createHash("sha256").update(bytes).digest("hex")}`,
    ...(fields === undefined
      ? {}
      : {
          schema: {
            fields,
            ...(primaryKey === undefined || primaryKey.length === 0 ? {} : { primaryKey }),
            missingValues: [""],
          },
        }),
    licenses: licencesOf(resource.sources),
    sources: sourcesOf(resource.sources),
  };
}

const unique = (ids: readonly SourceId[]): SourceId[] => [...new Set(ids)].sort();

function licencesOf(ids: readonly SourceId[]): object[] {
  // Tables of our own making fall under the project's licence.
  if (ids.length === 0) return [SOURCES["general-staff"].licence];
  const byName = new Map(unique(ids).map((id) => [SOURCES[id].licence.name, SOURCES[id].licence as object]));
  return [...byName.values()];
}

const sourcesOf = (ids: readonly SourceId[]): object[] =>
  unique(ids).map((id) => {
    const { title, url, commit, citation, revised } = SOURCES[id];
    return { title, path: url, version: commit, citation, revised };
  });
