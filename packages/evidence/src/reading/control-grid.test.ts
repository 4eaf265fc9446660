import { describe, expect, it } from "vitest";
import { partKey } from "../geo/grid.ts";
import { FRONT_SECTORS } from "../geo/sectors.ts";
import { SNAPSHOT } from "../testing.ts";
import { loadControlGrid } from "./control-grid.ts";

describe("the control grid for a map", async () => {
  const grid = await loadControlGrid(SNAPSHOT, 60);

  it("begins with the snapshot's parts, and adds none twice", () => {
    expect(grid.stored).toBe(5095);
    expect(new Set(grid.parts.map(partKey)).size).toBe(grid.parts.length);
    expect(grid.changes.every(({ part }) => part < grid.stored)).toBe(true);
  });
  it("adds parts of the front's sectors only", () => {
    const added = grid.parts.slice(grid.stored);
    expect(added.length).toBeGreaterThan(1000);
    expect(added.every(({ sector }) => FRONT_SECTORS.includes(sector))).toBe(true);
  });
  it("gives the whole of the sectors that lie near the front: Donetsk oblast has 26,517 km²", () => {
    const donetsk = grid.parts.filter(({ oblast }) => oblast === "14");
    const area = donetsk.reduce((sum, { areaKm2 }) => sum + areaKm2, 0);
    // Published area of the oblast; its coast is drawn more or less coarsely.
    expect(Math.abs(area / 26_517 - 1)).toBeLessThan(0.005);
  });
});
