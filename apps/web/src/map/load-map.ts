/** The map's files, fetched once when the map is first asked for. */
import { type Cells, layCells } from "./cells.ts";
import { decodeMap } from "./map-file.ts";
import { layOutlines, type Outlines } from "./outlines.ts";
import { ukraine } from "./projection.ts";

export interface MapData {
  readonly cells: Cells;
  readonly outlines: Outlines;
}

/** Site-relative addresses; the build writes them there. */
export const MAP_FILES = { control: "data/map/control.map", outlines: "data/map/outlines.json" } as const;

/** Loads and lays out the map. Throws when a file is missing or is something else. */
export async function loadMap(base: string): Promise<MapData> {
  const [control, outlines] = await Promise.all([fetched(base, MAP_FILES.control), fetched(base, MAP_FILES.outlines)]);
  return {
    cells: layCells(decodeMap(new Uint8Array(await control.arrayBuffer())), ukraine),
    outlines: layOutlines(await outlines.text(), ukraine),
  };
}

async function fetched(base: string, path: string): Promise<Response> {
  const answer = await fetch(new URL(path, base));
  if (!answer.ok) throw new Error(`map/load: ${path} could not be loaded (${answer.status}).`);
  return answer;
}
