/** The map's files, fetched once when the map is first asked for. */
import type { World } from "../contract.ts";
import { type Cells, layCells } from "./cells.ts";
import { loadPart } from "./load-part.ts";
import { decodeMap } from "./map-file.ts";
import { layOutlines, type Outlines } from "./outlines.ts";
import { ukraine } from "./projection.ts";

export interface MapData {
  readonly cells: Cells;
  readonly outlines: Outlines;
}

/** Loads and lays out the map; `parts` gives its files' addresses relative to `base`. Throws when one is missing or something else. */
export async function loadMap(base: string, parts: World["parts"]): Promise<MapData> {
  const [control, outlines] = await Promise.all([loadPart(base, parts, "map"), loadPart(base, parts, "outlines")]);
  return {
    cells: layCells(decodeMap(new Uint8Array(await control.arrayBuffer())), ukraine),
    outlines: layOutlines(await outlines.text(), ukraine),
  };
}
