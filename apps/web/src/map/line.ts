/** The line of contact: where the share held, taken as a surface over the cells' centres, crosses one half. */
import type { Cells } from "./cells.ts";

/** Cells with less land in Ukraine than this share of the largest are slivers on the border and make no line. */
const SMALLEST_LAND_SHARE = 0.25;

/** Which side of the line a cell is on, or neither: Crimea and slivers of land make no line. */
const [NEITHER, FREE, HELD] = [0, 1, 2];

/**
 * The side of every cell. Along the state border and the coast, maps and outlines differ by a few hundred metres, which leaves
 * strips at the rear that no one is shown to hold: free cells that border on held ones but
 * do not hang together with the largest free area count as held.
 */
export function sides(cells: Cells, held: Float64Array): Uint8Array {
  const crimea = cells.map.sectors.indexOf("crimea");
  const least = SMALLEST_LAND_SHARE * cells.landKm2.reduce((a, b) => Math.max(a, b), 0);
  const found = Uint8Array.from({ length: cells.count }, (_, cell) => {
    if (cells.sector[cell] === crimea || cells.landKm2[cell]! < least) return NEITHER;
    return held[cell]! >= 0.5 ? HELD : FREE;
  });
  const areas = connected(cells, found, FREE);
  const largest = areas.reduce((best, area) => (area.length > best.length ? area : best), areas[0] ?? []);
  const besideHeld = (cell: number) =>
    cells.neighbours.subarray(6 * cell, 6 * cell + 6).some((other) => other >= 0 && found[other] === HELD);
  for (const area of areas) if (area !== largest && area.some(besideHeld)) for (const cell of area) found[cell] = HELD;
  return found;
}

/** Groups of neighbouring cells on one side. */
function connected(cells: Cells, side: Uint8Array, wanted: number): readonly (readonly number[])[] {
  const seen = new Uint8Array(cells.count);
  const areas: number[][] = [];
  for (let start = 0; start < cells.count; start++) {
    if (seen[start] || side[start] !== wanted) continue;
    const area = [start];
    seen[start] = 1;
    for (let i = 0; i < area.length; i++)
      for (let k = 0; k < 6; k++) {
        const other = cells.neighbours[6 * area[i]! + k]!;
        if (other < 0 || seen[other] || side[other] !== wanted) continue;
        seen[other] = 1;
        area.push(other);
      }
    areas.push(area);
  }
  return areas;
}

/**
 * Points x, y (km) where the line crosses from one cell's centre to a neighbour's. Coast and state border have no
 * neighbours beyond them, so they make no line; nor does Crimea.
 */
export function crossings(cells: Cells, held: Float64Array): Float64Array {
  const side = sides(cells, held);
  const points: number[] = [];
  for (let cell = 0; cell < cells.count; cell++) {
    if (side[cell] !== HELD) continue;
    for (let k = 0; k < 6; k++) {
      const other = cells.neighbours[6 * cell + k]!;
      if (other < 0 || side[other] !== FREE) continue;
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
  const side = sides(cells, held);
  const pieces: number[] = [];
  for (let a = 0; a < cells.count; a++) {
    for (let k = 0; k < 6; k++) {
      // Neighbours across two edges that follow each other are neighbours too: the three meet at a corner.
      const b = cells.neighbours[6 * a + k]!;
      const c = cells.neighbours[6 * a + ((k + 1) % 6)]!;
      // Each three once: from its lowest cell.
      if (b < a || c < a) continue;
      const three = [a, b, c] as const;
      if (three.some((cell) => side[cell] === NEITHER)) continue;
      const inside = three.filter((cell) => side[cell] === HELD);
      if (inside.length === 0 || inside.length === 3) continue;
      const alone = inside.length === 1 ? inside[0]! : three.find((cell) => side[cell] === FREE)!;
      const [next, last] = three.filter((cell) => cell !== alone) as [number, number];
      pieces.push(...between(cells, held, alone, next), ...between(cells, held, alone, last));
    }
  }
  return Float64Array.from(pieces);
}

/** Where one half lies on the way between two centres. */
function between({ centres }: Cells, held: Float64Array, a: number, b: number): readonly [number, number] {
  const difference = held[a]! - held[b]!;
  // Cells at the rear count as held whatever their share: then the line runs half-way.
  const way = Math.min(1, Math.max(0, difference === 0 ? 0.5 : (held[a]! - 0.5) / difference));
  return [
    centres[2 * a]! + way * (centres[2 * b]! - centres[2 * a]!),
    centres[2 * a + 1]! + way * (centres[2 * b + 1]! - centres[2 * a + 1]!),
  ];
}

/** Distance of every cell's centre from the line, km: negative on the held side. Without a line, all are 0. */
export function distances(cells: Cells, held: Float64Array): Float64Array {
  const points = crossings(cells, held);
  const side = sides(cells, held);
  const found = new Float64Array(cells.count);
  if (points.length === 0) return found;
  for (let cell = 0; cell < cells.count; cell++) {
    const [x, y] = [cells.centres[2 * cell]!, cells.centres[2 * cell + 1]!];
    let least = Infinity;
    for (let i = 0; i < points.length; i += 2) {
      const distance = (points[i]! - x) ** 2 + (points[i + 1]! - y) ** 2;
      if (distance < least) least = distance;
    }
    found[cell] =
      side[cell] === HELD || (side[cell] === NEITHER && held[cell]! >= 0.5) ? -Math.sqrt(least) : Math.sqrt(least);
  }
  return found;
}
