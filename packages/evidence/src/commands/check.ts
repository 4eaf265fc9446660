import { readFileSync } from "node:fs";
import { join } from "node:path";
import { EvidenceError } from "../errors.ts";
import { descriptorFaults } from "../frictionless/validate.ts";
import { SECTORS } from "../geo/sectors.ts";
import { readDescriptor, readHashes, verifyHash } from "../reading/descriptor.ts";
import { loadEvidence } from "../reading/load.ts";
import { loadState } from "../snapshot/load-state.ts";
import { cellReader } from "../text/columns.ts";
import { formatCsv, parseCsv } from "../text/csv.ts";
import { isObject } from "../text/json.ts";

export interface Finding {
  readonly place: string;
  readonly text: string;
}

/** Areas by the grid and by polygons may differ by this share, or by this many km² where little is held. */
const GRID_TOLERANCE = 0.003;
const GRID_TOLERANCE_KM2 = 3;

/** Everything that is wrong with a snapshot; empty when it is sound. */
export async function checkSnapshot(data: string): Promise<Finding[]> {
  const findings: Finding[] = [];
  const attempt = (check: () => void): void => {
    try {
      check();
    } catch (cause) {
      if (!(cause instanceof EvidenceError)) throw cause;
      findings.push({ place: cause.place, text: cause.reason });
    }
  };
  attempt(() => {
    const faults = descriptorFaults(readDescriptor(data));
    findings.push(...faults.map((text) => ({ place: join(data, "datapackage.json"), text })));
  });
  if (findings.length > 0) return findings;
  for (const [path, hash] of readHashes(data)) {
    attempt(() => verifyHash(join(data, path), readFileSync(join(data, path)), hash));
  }
  for (const resource of readDescriptor(data)["resources"] as unknown[]) attempt(() => checkTable(data, resource));
  attempt(() => void loadEvidence(data));
  if (findings.length > 0) return findings;
  return [...gridFindings(data), ...(await stateFindings(data))];
}

/** Every cell against its field's type and constraints. */
function checkTable(data: string, resource: unknown): void {
  if (!isObject(resource) || resource["format"] !== "csv" || !isObject(resource["schema"])) return;
  const file = join(data, String(resource["path"]));
  const fields = (resource["schema"]["fields"] as unknown[]).filter(isObject);
  const table = parseCsv(readFileSync(file, "utf8"), file);
  if (table.rows.length === 0) return;
  const cells = cellReader(
    table,
    fields.map((field) => String(field["name"])),
  );
  for (const row of table.rows) {
    for (const field of fields) {
      const name = String(field["name"]);
      const constraints = isObject(field["constraints"]) ? field["constraints"] : {};
      const optional = constraints["required"] !== true && cells.text(row, name) === "";
      if (optional) continue;
      const min = typeof constraints["minimum"] === "number" ? { min: constraints["minimum"] } : {};
      if (field["type"] === "date") cells.date(row, name);
      if (field["type"] === "number") cells.number(row, name, min);
      if (field["type"] === "integer") cells.number(row, name, { ...min, integer: true });
    }
  }
}

function gridFindings(data: string): Finding[] {
  const read = (name: string, column: string): Map<string, number> => {
    const file = join(data, `${name}.csv`);
    const table = parseCsv(readFileSync(file, "utf8"), file);
    const cells = cellReader(table, ["date", "sector", column]);
    return new Map(
      table.rows.map((row) => [`${cells.text(row, "date")} ${cells.text(row, "sector")}`, cells.number(row, column)]),
    );
  };
  const grid = read("line-weekly", "held_km2");
  return [...read("area-weekly", "area_km2")].flatMap(([key, area]) => {
    const other = grid.get(key) ?? Number.NaN;
    const allowed = Math.max(GRID_TOLERANCE_KM2, GRID_TOLERANCE * area);
    return Math.abs(other - area) <= allowed
      ? []
      : [{ place: `line-weekly.csv, ${key}`, text: `the grid gives ${other} km2, the polygons ${area}` }];
  });
}

/** Every observation and map cites a file that is listed. */
async function stateFindings(data: string): Promise<Finding[]> {
  const state = await loadState(data);
  const known = new Set(state.files.map(({ path }) => path));
  const cited = new Set([...state.observations, ...state.maps].map(({ path }) => path));
  const missing = [...cited].filter((path) => !known.has(path));
  const sectors = state.maps.filter((map) => SECTORS.some((sector) => !Number.isFinite(map.held[sector])));
  return [
    ...missing.map((path) => ({ place: "source-files.csv", text: `${path} is cited but not listed` })),
    ...sectors.map(({ path }) => ({ place: "map-areas.csv", text: `${path} lacks a sector` })),
  ];
}

export const checkText = (findings: readonly Finding[]): string =>
  findings.length === 0
    ? "The snapshot is sound: descriptor, checksums, every cell, and the grid against the polygons.\n"
    : formatCsv(
        ["place", "finding"],
        findings.map(({ place, text }) => [place, text]),
      );
