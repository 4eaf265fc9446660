/** Paints the map: land, cells, line, cities. The same on a canvas and into an SVG file. */
import type { Brush, Lines } from "./brush.ts";
import type { Cells } from "./cells.ts";
import { chained } from "./chained.ts";
import { CITIES } from "./cities.ts";
import type { Outlines } from "./outlines.ts";
import { CLASSES, type MapPalette, mixed } from "./palette.ts";
import { ukraine } from "./projection.ts";
import { onPicture, type Window, zoomOf } from "./window.ts";

export interface Picture {
  readonly cells: Cells;
  readonly outlines: Outlines;
  /** By cell, 0 to 1. */
  readonly held: Float64Array;
  readonly contested: Float64Array;
  /** By cell: positive to Russia, negative to Ukraine; undefined where the map shows what was observed. */
  readonly probability: Float64Array | undefined;
  /** The line, x, y, x, y … in km, and the later one, where hindsight is shown. */
  readonly line: Lines;
  readonly laterLine: Lines | undefined;
  /** Index of the chosen sector. */
  readonly sector: number | undefined;
  readonly cityName: (id: string) => string;
}

export function paintMap(brush: Brush, picture: Picture, window: Window, palette: MapPalette): void {
  const rings = picture.outlines.rings.map((ring) => onPicture(window, ring));
  brush.fill(rings, palette.ground);
  brush.within(rings, () => {
    const corners = onPicture(window, picture.cells.corners);
    const areas = colouredCells(picture, palette);
    const most = Math.max(...areas.map(({ cells }) => cells.length));
    // An outline closes the hairlines between areas of different colours; the largest is left to its neighbours'.
    for (const { colour, cells } of areas)
      brush.hexagons(corners, picture.cells.map.cellCorners, cells, colour, cells.length === most ? 0 : 0.7);
    brush.stroke(rings, { colour: palette.border, width: 1 }, true);
    brush.stroke(
      picture.outlines.cuts.map((cut) => onPicture(window, cut)),
      { colour: palette.border, width: 1, dash: [3, 3] },
    );
  });
  brush.stroke(
    picture.outlines.coast.map((line) => onPicture(window, line)),
    { colour: palette.coast, width: 1 },
  );
  if (picture.sector !== undefined)
    brush.stroke(sectorEdge(picture.cells, picture.sector, window), { colour: palette.ink, width: 1.5 });
  const drawn = (line: Lines) => line.map((piece) => onPicture(window, piece));
  brush.stroke(drawn(picture.line), { colour: palette.line, width: 1.8 });
  if (picture.laterLine)
    brush.stroke(drawn(picture.laterLine), { colour: palette.hindsight, width: 1.8, dash: [5, 3] });
  paintCities(brush, picture, window, palette);
}

/** Cells by colour. */
function colouredCells(
  { cells, held, contested, probability }: Picture,
  palette: MapPalette,
): readonly { readonly colour: string; readonly cells: readonly number[] }[] {
  // Shares held in tenths, then what is special: mixing colours is worth doing once each, not once a cell.
  const tenths = Array.from({ length: 10 }, (_, i) => mixed(palette.ground, palette.held, (i + 1) / 10));
  const colours = [...tenths, palette.contested, palette.heldBehind, ...palette.toRussia, ...palette.toUkraine];
  const [inQuestion, behind, toRussia] = [10, 11, 12];
  const toUkraine = toRussia + palette.toRussia.length;
  const lists = colours.map((): number[] => []);
  for (let cell = 0; cell < cells.count; cell++) {
    if (probability) {
      const chance = probability[cell]!;
      const step = classOf(Math.abs(chance));
      if (step >= 0) lists[(chance > 0 ? toRussia : toUkraine) + step]!.push(cell);
      else if (held[cell]! >= 0.5) lists[behind]!.push(cell);
    } else if (held[cell]! < 0.02 && contested[cell]! >= 0.1) lists[inQuestion]!.push(cell);
    else {
      const tenth = Math.round(held[cell]! * 10);
      if (tenth > 0) lists[tenth - 1]!.push(cell);
    }
  }
  return colours.map((colour, i) => ({ colour, cells: lists[i]! })).filter((area) => area.cells.length > 0);
}

/** The class of a probability, or -1 below the lowest. */
export function classOf(probability: number): number {
  let found = -1;
  for (const [index, bound] of CLASSES.entries()) if (probability >= bound) found = index;
  return found;
}

function hexagon({ corners, map }: Cells, window: Window, cell: number): Float64Array {
  const points = new Float64Array(12);
  for (let k = 0; k < 6; k++) {
    const corner = map.cellCorners[6 * cell + k]!;
    points[2 * k] = corners[2 * corner]!;
    points[2 * k + 1] = corners[2 * corner + 1]!;
  }
  return onPicture(window, points);
}

/** The edges of a sector's cells that face another sector or the open. */
function sectorEdge(cells: Cells, sector: number, window: Window): Lines {
  const found: Float64Array[] = [];
  for (let cell = 0; cell < cells.count; cell++) {
    if (cells.sector[cell] !== sector) continue;
    const shape = hexagon(cells, window, cell);
    for (let k = 0; k < 6; k++) {
      const other = cells.neighbours[6 * cell + k]!;
      if (other >= 0 && cells.sector[other] === sector) continue;
      const next = (k + 1) % 6;
      found.push(Float64Array.of(shape[2 * k]!, shape[2 * k + 1]!, shape[2 * next]!, shape[2 * next + 1]!));
    }
  }
  return chained(found);
}

/** Names stand where they do not touch one set before; larger cities come first. */
function paintCities(brush: Brush, { cityName }: Picture, window: Window, palette: MapPalette): void {
  const size = 11;
  const small = window.width < 480 && zoomOf(window) < 2;
  const taken: (readonly [number, number, number, number])[] = [];
  for (const { id, longitude, latitude, people, name } of CITIES) {
    if (small && people < 0.4) continue;
    const [x, y] = onPicture(window, ukraine.project(longitude, latitude)) as unknown as readonly [number, number];
    const text = cityName(id);
    const width = text.length * size * 0.56;
    const left = name === "right" ? x + 5 : x - 5 - width;
    const box = [left, y - size / 2, left + width, y + size / 2] as const;
    brush.dot(x, y, 2.2, palette.ink, palette.halo);
    const meets = taken.some(([a, b, c, d]) => box[0] < c && box[2] > a && box[1] < d && box[3] > b);
    if (meets || left < 0 || left + width > window.width) continue;
    taken.push(box);
    brush.text(name === "right" ? x + 5 : x - 5, y, text, {
      size,
      colour: palette.ink,
      halo: palette.halo,
      anchor: name === "right" ? "start" : "end",
    });
  }
}
