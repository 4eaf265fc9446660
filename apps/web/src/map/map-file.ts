/**
 * The map's one file: where the cells of the control grid lie, what parts they have, and what changed on them week by
 * week. Little-endian; a length, a header as JSON, then numbers in the order of `layout`. Written when the site is
 * built, read in the browser.
 */

/** Longitude and latitude are stored in steps of 1/65535 of this box: about 20 m. */
export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

export interface MapHeader {
  readonly format: "logjam-map/1";
  readonly box: Box;
  readonly sectors: readonly string[];
  /** The first Monday on record, and how many weeks follow each other without a gap. */
  readonly firstMonday: string;
  readonly weeks: number;
  /** The last Monday whose maps show ground in question. */
  readonly contestedUntil: string;
  readonly cells: number;
  readonly corners: number;
  readonly parts: number;
  readonly changes: number;
}

/** A control grid as plain numbers. */
export interface ControlMap extends Omit<MapHeader, "cells" | "corners" | "parts" | "changes"> {
  /** Degrees: longitude and latitude of each corner. */
  readonly cornerDegrees: Float64Array;
  /** Six corners a cell, in order around it. */
  readonly cellCorners: Uint16Array;
  /** The cell, the sector (index into `sectors`) and the area in km² of each part. */
  readonly partCell: Uint16Array;
  readonly partSector: Uint8Array;
  readonly partAreaKm2: Float64Array;
  /** Changes of week w are at changeOffsets[w] … changeOffsets[w + 1]: a part's shares in thousandths from then on. */
  readonly changeOffsets: Uint32Array;
  readonly changePart: Uint16Array;
  readonly changeHeld: Uint16Array;
  readonly changeContested: Uint16Array;
}

/** Areas are stored in steps of 0.001 km²; the largest cell has about 40 km². */
const AREA_STEPS = 1000;

/** Numbers after the header: name, bytes per number, how many. Wide numbers first, so that all stay aligned. */
const layout = (header: MapHeader) =>
  [
    ["changeCounts", 2, header.weeks],
    ["corners", 2, 2 * header.corners],
    ["cellCorners", 2, 6 * header.cells],
    ["partCell", 2, header.parts],
    ["partArea", 2, header.parts],
    ["changePart", 2, header.changes],
    ["changeHeld", 2, header.changes],
    ["changeContested", 2, header.changes],
    ["partSector", 1, header.parts],
  ] as const;

type Sections = Readonly<Record<ReturnType<typeof layout>[number][0], Uint16Array | Uint8Array>>;

function sectionsOf(header: MapHeader, bytes: Uint8Array, from: number): Sections {
  let at = from;
  const found = layout(header).map(([name, size, count]) => {
    const end = at + size * count;
    if (end > bytes.length)
      throw new RangeError(`map/short: the map's file ends at byte ${bytes.length}, within ${name}.`);
    const view =
      size === 2
        ? new Uint16Array(bytes.buffer, bytes.byteOffset + at, count)
        : new Uint8Array(bytes.buffer, bytes.byteOffset + at, count);
    at = end;
    return [name, view] as const;
  });
  return Object.fromEntries(found) as Record<keyof Sections, Uint16Array | Uint8Array>;
}

const sizeOf = (header: MapHeader): number => layout(header).reduce((sum, [, size, count]) => sum + size * count, 0);

/** Writes a map. Numbers that lie near each other are stored as differences, so that the file packs well. */
export function encodeMap(map: ControlMap): Uint8Array<ArrayBuffer> {
  const { box, sectors, firstMonday, weeks, contestedUntil } = map;
  const header: MapHeader = {
    format: "logjam-map/1",
    box,
    sectors,
    firstMonday,
    weeks,
    contestedUntil,
    cells: map.cellCorners.length / 6,
    corners: map.cornerDegrees.length / 2,
    parts: map.partCell.length,
    changes: map.changePart.length,
  };
  const text = JSON.stringify(header);
  const head = new TextEncoder().encode(text + " ".repeat((4 - (new TextEncoder().encode(text).length % 4)) % 4));
  const bytes = new Uint8Array(4 + head.length + sizeOf(header));
  new DataView(bytes.buffer).setUint32(0, head.length, true);
  bytes.set(head, 4);
  const into = sectionsOf(header, bytes, 4 + head.length);
  into.changeCounts.set(Array.from({ length: weeks }, (_, w) => map.changeOffsets[w + 1]! - map.changeOffsets[w]!));
  const { cornerDegrees } = map;
  for (let i = 0; i < cornerDegrees.length; i += 2) {
    into.corners[i / 2] = Math.round(((cornerDegrees[i]! - box.west) / (box.east - box.west)) * 65_535);
    into.corners[header.corners + i / 2] = Math.round(
      ((cornerDegrees[i + 1]! - box.south) / (box.north - box.south)) * 65_535,
    );
  }
  differences(into.corners, header.corners);
  into.cellCorners.set(map.cellCorners);
  differences(into.cellCorners, into.cellCorners.length);
  into.partCell.set(map.partCell);
  into.partArea.set(map.partAreaKm2.map((area) => Math.round(area * AREA_STEPS)));
  into.partSector.set(map.partSector);
  into.changePart.set(map.changePart);
  differences(into.changePart, into.changePart.length);
  into.changeHeld.set(map.changeHeld);
  into.changeContested.set(map.changeContested);
  return bytes;
}

/** Reads a map's file. Throws RangeError `map/format` or `map/short` for what is none. */
export function decodeMap(file: Uint8Array): ControlMap {
  const length = file.length < 4 ? 0 : new DataView(file.buffer, file.byteOffset).getUint32(0, true);
  if (length < 2 || 4 + length > file.length) throw new RangeError("map/format: this is no map file.");
  const header = JSON.parse(new TextDecoder().decode(file.subarray(4, 4 + length))) as MapHeader;
  if (header.format !== "logjam-map/1")
    throw new RangeError(`map/format: the map's format is '${header.format}', and logjam-map/1 is wanted.`);
  // A copy that begins where numbers of two bytes may begin, whatever the file was cut from.
  const found = sectionsOf(header, file.slice(4 + length), 0);
  const corners = sums(found.corners, header.corners);
  const { box, sectors, firstMonday, weeks, contestedUntil } = header;
  const cornerDegrees = new Float64Array(2 * header.corners);
  for (let i = 0; i < header.corners; i++) {
    cornerDegrees[2 * i] = box.west + (corners[i]! / 65_535) * (box.east - box.west);
    cornerDegrees[2 * i + 1] = box.south + (corners[header.corners + i]! / 65_535) * (box.north - box.south);
  }
  const changeOffsets = new Uint32Array(weeks + 1);
  for (let w = 0; w < weeks; w++) changeOffsets[w + 1] = changeOffsets[w]! + found.changeCounts[w]!;
  return {
    format: "logjam-map/1",
    box,
    sectors,
    firstMonday,
    weeks,
    contestedUntil,
    cornerDegrees,
    cellCorners: sums(found.cellCorners, found.cellCorners.length),
    partCell: Uint16Array.from(found.partCell),
    partSector: Uint8Array.from(found.partSector),
    partAreaKm2: Float64Array.from(found.partArea, (area) => area / AREA_STEPS),
    changeOffsets,
    changePart: sums(found.changePart, found.changePart.length),
    changeHeld: Uint16Array.from(found.changeHeld),
    changeContested: Uint16Array.from(found.changeContested),
  };
}

/** Replaces numbers by their differences, modulo 65536, in rows of `row` numbers. */
function differences(values: Uint16Array | Uint8Array, row: number): void {
  for (let end = values.length; end > 0; end -= row)
    for (let i = end - 1; i > end - row; i--) values[i] = values[i]! - values[i - 1]!;
}

/** The inverse of `differences`, as a copy. */
function sums(values: Uint16Array | Uint8Array, row: number): Uint16Array {
  const found = Uint16Array.from(values);
  for (let start = 0; start < found.length; start += row)
    for (let i = start + 1; i < start + row; i++) found[i] = found[i]! + found[i - 1]!;
  return found;
}
