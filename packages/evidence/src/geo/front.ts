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

/** How a neighbour's share enters the gradient at a cell: per unit of difference, 1/km east and north. */
interface Neighbour {
  readonly other: number;
  readonly east: number;
  readonly north: number;
}

/** What the line is found on: fixed for a grid, so that weeks share it. */
export interface FrontGeometry {
  readonly parts: readonly GridPart[];
  readonly cells: readonly FrontCell[];
  /** For every cell its neighbours that count; none for cells that do not. */
  readonly neighbours: readonly (readonly Neighbour[])[];
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
  const neighbours = cells.map(({ cell, centre }, index) => {
    if (!indexOf.has(cell)) return [];
    const around = gridDisk(cell, 1).flatMap((name) => {
      const other = indexOf.get(name);
      return other === undefined || other === index ? [] : [{ other, ...offset(centre, cells[other]!.centre) }];
    });
    return gradientWeights(around);
  });
  return { parts, cells, neighbours };
}

const KM_PER_DEGREE = 111.2;
const RADIANS = Math.PI / 180;

/** From one centre to another, km east and north. */
const offset = (from: readonly [number, number], to: readonly [number, number]): { east: number; north: number } => ({
  east: (to[1] - from[1]) * KM_PER_DEGREE * Math.cos(((from[0] + to[0]) / 2) * RADIANS),
  north: (to[0] - from[0]) * KM_PER_DEGREE,
});

/** Least squares: with M = Σ x xᵀ over the neighbours' offsets x, the gradient is Σ M⁻¹x · (share difference). */
function gradientWeights(around: readonly Neighbour[]): Neighbour[] {
  const sum = (product: (neighbour: Neighbour) => number): number =>
    around.reduce((total, one) => total + product(one), 0);
  const [ee, en, nn] = [sum((x) => x.east * x.east), sum((x) => x.east * x.north), sum((x) => x.north * x.north)];
  const determinant = ee * nn - en * en;
  // Neighbours on one line only: a sliver of land, whose gradient is not known.
  if (determinant < 0.01 * (ee + nn) ** 2) return [];
  return around.map(({ other, east, north }) => ({
    other,
    east: (nn * east - en * north) / determinant,
    north: (ee * north - en * east) / determinant,
  }));
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
 * Length of the line of contact in km, by sector, from the parts' shares in thousandths. By the coarea formula the
 * length of the edge of a set is the integral of |∇s|, s being the share held, smoothed over cells: the gradient at each
 * cell is a least-squares fit to its neighbours, and counts with the cell's land. A straight line at any angle comes out
 * true; bends below the size of a cell (7 km) are smoothed away. Coast and state border have no neighbours beyond them,
 * so they are no front; nor is Crimea's edge, where the outlines of the sources differ.
 */
export function frontLength(geometry: FrontGeometry, shares: ArrayLike<number>): Record<Sector, number> {
  const lengths = Object.fromEntries(SECTORS.map((sector) => [sector, 0])) as Record<Sector, number>;
  const held = cellShares(geometry, shares);
  for (const [index, { sector, landKm2 }] of geometry.cells.entries()) {
    let [east, north] = [0, 0];
    for (const neighbour of geometry.neighbours[index]!) {
      const difference = held[neighbour.other]! - held[index]!;
      east += difference * neighbour.east;
      north += difference * neighbour.north;
    }
    lengths[sector] += landKm2 * Math.hypot(east, north);
  }
  return lengths;
}

/** A pair stands for the line itself when it parts mostly held from mostly free. */
const LINE_DIFFERENCE = 0.5;

/** Distance of every cell from the line, km: negative on the held side. Without any line there are none. */
export function distanceFromLine(geometry: FrontGeometry, shares: ArrayLike<number>): Map<string, number> {
  const { cells, neighbours } = geometry;
  const held = cellShares(geometry, shares);
  const line = neighbours.flatMap((around, a) =>
    around
      .filter(({ other }) => other > a && Math.abs(held[a]! - held[other]!) >= LINE_DIFFERENCE)
      .map(({ other }): [number, number] => [
        (cells[a]!.centre[0] + cells[other]!.centre[0]) / 2,
        (cells[a]!.centre[1] + cells[other]!.centre[1]) / 2,
      ]),
  );
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
