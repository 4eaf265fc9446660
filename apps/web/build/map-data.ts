/** The control grid as the map's file: made when the site is built, from the evidence snapshot. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { daysBetween, loadControlGrid, loadEvidence, SECTORS } from "@logjam/evidence";
import { cellToVertexes, vertexToLatLng } from "h3-js";
import { type ControlMap, encodeMap } from "../src/map/map-file.ts";

/** How far beyond the ground that ever was in anyone's hands a forecast may reach, km. */
const REACH_KM = 60;
const BOX = { west: 22, south: 44, east: 41, north: 53 } as const;

/** The map's file, and the simplified oblasts for drawing as GeoJSON text. */
export async function mapFiles(data: string): Promise<{ readonly control: Uint8Array; readonly outlines: string }> {
  return {
    control: encodeMap(await controlMap(data)),
    outlines: readFileSync(join(data, "outlines.geojson"), "utf8"),
  };
}

/** The control grid of a snapshot as plain numbers. Takes seconds. */
export async function controlMap(data: string): Promise<ControlMap> {
  const { parts, changes } = await loadControlGrid(data, REACH_KM);
  const evidence = loadEvidence(data);
  const { mondays } = evidence;
  const weekOf = (date: string) => daysBetween(mondays[0]!, date) / 7;
  if (weekOf(mondays.at(-1)!) !== mondays.length - 1)
    throw new RangeError("map/weeks: the record has gaps between its Mondays, which the map's file cannot hold.");
  const cells = [...new Set(parts.map(({ cell }) => cell))].sort();
  const cellIndex = new Map(cells.map((cell, index) => [cell, index]));
  const corners = new Map<string, number>();
  const cellCorners = cells.flatMap((cell) => {
    const vertexes = cellToVertexes(cell);
    if (vertexes.length !== 6) throw new RangeError(`map/cell: cell ${cell} is no hexagon.`);
    return vertexes.map((vertex) => {
      const known = corners.get(vertex) ?? corners.size;
      corners.set(vertex, known);
      return known;
    });
  });
  const ordered = [...changes].sort((a, b) => weekOf(a.date) - weekOf(b.date) || a.part - b.part);
  const changeOffsets = new Uint32Array(mondays.length + 1);
  for (const { date } of ordered) changeOffsets[weekOf(date) + 1]! += 1;
  for (let w = 0; w < mondays.length; w++) changeOffsets[w + 1]! += changeOffsets[w]!;
  const shown = evidence.hindsight().weeklyArea("kherson");
  return {
    format: "logjam-map/1",
    box: BOX,
    sectors: SECTORS,
    firstMonday: mondays[0]!,
    weeks: mondays.length,
    contestedUntil: shown.findLast(({ contestedKm2 }) => contestedKm2 !== undefined)!.date,
    cornerDegrees: Float64Array.from(
      [...corners.keys()].flatMap((vertex) => {
        const [latitude, longitude] = vertexToLatLng(vertex);
        return [longitude, latitude];
      }),
    ),
    cellCorners: Uint16Array.from(cellCorners),
    partCell: Uint16Array.from(parts, ({ cell }) => cellIndex.get(cell)!),
    partSector: Uint8Array.from(parts, ({ sector }) => SECTORS.indexOf(sector)),
    partAreaKm2: Float64Array.from(parts, ({ areaKm2 }) => areaKm2),
    changeOffsets,
    changePart: Uint16Array.from(ordered, ({ part }) => part),
    changeHeld: Uint16Array.from(ordered, ({ held }) => held),
    changeContested: Uint16Array.from(ordered, ({ contested }) => contested),
  };
}
