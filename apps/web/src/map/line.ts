/** The line of contact: where the share held, taken as a surface over the cells' centres, crosses one half. */
import type { Cells } from "./cells.ts";

/** Cells with less land in Ukraine than this share of the largest are slivers on the border and make no line. */
const SMALLEST_LAND_SHARE = 0.25;

/**
 * Points x, y (km) where the line crosses from one cell's centre to a neighbour's. Coast and state border have no
 * neighbours beyond them, so they make no line; nor does Crimea.
 */
export function crossings(cells: Cells, held: Float64Array): Float64Array {
  const counts = counting(cells);
  const points: number[] = [];
  for (let cell = 0; cell < cells.count; cell++) {
    if (!counts(cell) || held[cell]! < 0.5) continue;
    for (let k = 0; k < 6; k++) {
      const other = cells.neighbours[6 * cell + k]!;
      if (other < 0 || !counts(other) || held[other]! >= 0.5) continue;
      points.push(...between(cells, held, cell, other));
    }
  }
  return Float64Array.from(points);
}

/**
 * The line as pieces x1, y1, x2, y2 (km), for drawing: one for every three neighbouring cells that it runs between.
 * The held side is on its right as it is drawn.
 */
export function linePieces(cells: Cells, held: Float64Array): Float64Array {
  const counts = counting(cells);
  const pieces: number[] = [];
  for (let a = 0; a < cells.count; a++) {
    for (let k = 0; k < 6; k++) {
      // Neighbours across two edges that follow each other are neighbours too: the three meet at a corner.
      const b = cells.neighbours[6 * a + k]!;
      const c = cells.neighbours[6 * a + ((k + 1) % 6)]!;
      // Each three once: from its lowest cell.
      if (b < a || c < a || !counts(a) || !counts(b) || !counts(c)) continue;
      const three = [a, b, c] as const;
      const inside = three.filter((cell) => held[cell]! >= 0.5);
      if (inside.length === 0 || inside.length === 3) continue;
      const alone = inside.length === 1 ? inside[0]! : three.find((cell) => held[cell]! < 0.5)!;
      const [next, last] = three.filter((cell) => cell !== alone) as [number, number];
      pieces.push(...between(cells, held, alone, next), ...between(cells, held, alone, last));
    }
  }
  return Float64Array.from(pieces);
}

function counting({ map, sector, landKm2 }: Cells): (cell: number) => boolean {
  const crimea = map.sectors.indexOf("crimea");
  const least = SMALLEST_LAND_SHARE * landKm2.reduce((a, b) => Math.max(a, b), 0);
  return (cell) => sector[cell] !== crimea && landKm2[cell]! >= least;
}

/** Where one half lies on the way between two centres. */
function between({ centres }: Cells, held: Float64Array, a: number, b: number): readonly [number, number] {
  const way = (held[a]! - 0.5) / (held[a]! - held[b]!);
  return [
    centres[2 * a]! + way * (centres[2 * b]! - centres[2 * a]!),
    centres[2 * a + 1]! + way * (centres[2 * b + 1]! - centres[2 * a + 1]!),
  ];
}

/** Distance of every cell's centre from the line, km: negative on the held side. Without a line, all are 0. */
export function distances(cells: Cells, held: Float64Array): Float64Array {
  const points = crossings(cells, held);
  const found = new Float64Array(cells.count);
  if (points.length === 0) return found;
  for (let cell = 0; cell < cells.count; cell++) {
    const [x, y] = [cells.centres[2 * cell]!, cells.centres[2 * cell + 1]!];
    let least = Infinity;
    for (let i = 0; i < points.length; i += 2) {
      const distance = (points[i]! - x) ** 2 + (points[i + 1]! - y) ** 2;
      if (distance < least) least = distance;
    }
    found[cell] = held[cell]! >= 0.5 ? -Math.sqrt(least) : Math.sqrt(least);
  }
  return found;
}
