import { greatCircleDistance, gridDisk } from "h3-js";
import { FULL_SHARE, type GridPart } from "./grid.ts";
import { SECTORS, type Sector } from "./sectors.ts";

interface FrontCell {
  readonly cell: string;
  /** Sector of its largest part. */
  readonly sector: Sector;
  readonly landKm2: number;
  readonly centre: readonly [number, number];
  readonly parts: readonly number[];
}

/** Two neighbouring cells, as indices, and the distance of their centres in km. */
interface Neighbours {
  readonly a: number;
  readonly b: number;
  readonly distanceKm: number;
}

/** What the line is found on: fixed for a grid, so that weeks share it. */
export interface FrontGeometry {
  readonly parts: readonly GridPart[];
  readonly cells: readonly FrontCell[];
  readonly neighbours: readonly Neighbours[];
}

/** Cells with less land in Ukraine than this share of the largest are slivers on the border and make no front. */
const SMALLEST_LAND_SHARE = 0.25;

export function frontGeometry(parts: readonly GridPart[]): FrontGeometry {
  const members = new Map<string, number[]>();
  for (const [index, { cell }] of parts.entries()) members.set(cell, [...(members.get(cell) ?? []), index]);
  const cells = [...members].map(([cell, indices]) => describeCell(cell, indices, parts));
  const largest = cells.reduce((most, { landKm2 }) => Math.max(most, landKm2), 0);
  const counts = ({ sector, landKm2 }: FrontCell): boolean =>
    sector !== "crimea" && landKm2 >= SMALLEST_LAND_SHARE * largest;
  const indexOf = new Map(cells.flatMap((state, index) => (counts(state) ? [[state.cell, index] as const] : [])));
  const neighbours: Neighbours[] = [];
  for (const [cell, a] of indexOf) {
    for (const other of gridDisk(cell, 1)) {
      const b = indexOf.get(other);
      if (b === undefined || b <= a) continue;
      const distanceKm = greatCircleDistance([...cells[a]!.centre], [...cells[b]!.centre], "km");
      neighbours.push({ a, b, distanceKm });
    }
  }
  return { parts, cells, neighbours };
}

function describeCell(cell: string, indices: readonly number[], parts: readonly GridPart[]): FrontCell {
  const main = indices.reduce((a, b) => (parts[b]!.areaKm2 > parts[a]!.areaKm2 ? b : a));
  const landKm2 = indices.reduce((sum, index) => sum + parts[index]!.areaKm2, 0);
  const { sector, latitude, longitude } = parts[main]!;
  return { cell, sector, landKm2, centre: [latitude, longitude], parts: indices };
}

/** The share of each cell's land that is held, 0 to 1. */
function cellShares({ cells, parts }: FrontGeometry, shares: ArrayLike<number>): number[] {
  return cells.map(
    (cell) =>
      cell.parts.reduce((sum, part) => sum + parts[part]!.areaKm2 * shares[part]!, 0) / (FULL_SHARE * cell.landKm2),
  );
}

/**
 * Length of the line of contact in km, by sector, from the parts' shares in thousandths. Cauchy and Crofton: the length
 * of a curve is π/2 times the mean over directions of the crossings with parallel lines, times the lines' spacing. A
 * hexagonal grid has three directions of rows, √3/2 of the centres' distance apart; Σ |share difference| over
 * neighbours counts the crossings:
 *   length = (π/6) · (√3/2) · Σ distanceᵢⱼ · |sᵢ − sⱼ|
 * Coast and state border make no pairs, so they are no front; nor does Crimea, whose outlines differ between sources.
 * Bends below the size of a cell (7 km) are smoothed away. Each pair's length is halved between its cells' sectors.
 */
export function frontLength(geometry: FrontGeometry, shares: ArrayLike<number>): Record<Sector, number> {
  const lengths = Object.fromEntries(SECTORS.map((sector) => [sector, 0])) as Record<Sector, number>;
  const held = cellShares(geometry, shares);
  for (const { a, b, distanceKm } of geometry.neighbours) {
    const difference = Math.abs(held[a]! - held[b]!);
    if (difference === 0) continue;
    const length = (Math.PI / 6) * (Math.sqrt(3) / 2) * distanceKm * difference;
    lengths[geometry.cells[a]!.sector] += length / 2;
    lengths[geometry.cells[b]!.sector] += length / 2;
  }
  return lengths;
}

/** A pair stands for the line itself when it parts mostly held from mostly free. */
const LINE_DIFFERENCE = 0.5;

/** Distance of every cell from the line, km: negative on the held side. Without any line there are none. */
export function distanceFromLine(geometry: FrontGeometry, shares: ArrayLike<number>): Map<string, number> {
  const { cells, neighbours } = geometry;
  const held = cellShares(geometry, shares);
  const line = neighbours
    .filter(({ a, b }) => Math.abs(held[a]! - held[b]!) >= LINE_DIFFERENCE)
    .map(({ a, b }): [number, number] => [
      (cells[a]!.centre[0] + cells[b]!.centre[0]) / 2,
      (cells[a]!.centre[1] + cells[b]!.centre[1]) / 2,
    ]);
  if (line.length === 0) return new Map();
  return new Map(
    cells.map(({ cell, centre }, index) => {
      const nearest = line.reduce(
        (least, point) => Math.min(least, greatCircleDistance([...centre], point, "km")),
        Infinity,
      );
      return [cell, held[index]! >= 0.5 ? -nearest : nearest];
    }),
  );
}
