import { fileURLToPath } from "node:url";
import {
  addDays,
  daysBetween,
  distanceFromLine,
  FRONT_SECTORS,
  frontGeometry,
  loadControlGrid,
  loadEvidence,
  replay,
} from "@logjam/evidence";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { controlMap } from "../../build/map-data.ts";
import { orderCells, takeGround } from "./cell-order.ts";
import { cellAt, cellShares, layCells, sharesAt } from "./cells.ts";
import { changeProbability, shareBelow } from "./change-probability.ts";
import { distances, linePieces } from "./line.ts";
import { decodeMap, encodeMap } from "./map-file.ts";
import { ukraine } from "./projection.ts";

const DATA = fileURLToPath(new URL("../../../../data", import.meta.url));
const AS_OF = "2023-11-27";
const made = await controlMap(DATA);
const map = decodeMap(encodeMap(made));
const cells = layCells(map, ukraine);
const week = daysBetween(map.firstMonday, AS_OF) / 7;
const shares = sharesAt(map, week);
const groupOf = (sector: number) => FRONT_SECTORS.indexOf(map.sectors[sector] as (typeof FRONT_SECTORS)[number]);
const order = orderCells(cells, shares, FRONT_SECTORS.length, groupOf);
const heldShare = Float64Array.from(shares.held, (share) => share / 1000);

const areaOf = (held: Float64Array, group: number): number =>
  held.reduce(
    (sum, share, part) => (order.groupOfPart[part] === group ? sum + share * map.partAreaKm2[part]! : sum),
    0,
  );

const partsOf = (cell: number) => cells.partsOf.subarray(cells.partOffsets[cell]!, cells.partOffsets[cell + 1]!);

describe("the map's file", () => {
  it("gives back what was written: corners to 20 m, areas to 0.001 km², the rest exactly", () => {
    for (const name of [
      "cellCorners",
      "partCell",
      "partSector",
      "changeOffsets",
      "changePart",
      "changeHeld",
      "changeContested",
    ] as const)
      expect(map[name], name).toEqual(made[name]);
    for (const [i, degrees] of made.cornerDegrees.entries())
      expect(Math.abs(map.cornerDegrees[i]! - degrees)).toBeLessThan(2e-4);
    for (const [i, area] of made.partAreaKm2.entries()) expect(Math.abs(map.partAreaKm2[i]! - area)).toBeLessThan(6e-4);
  });
  it("is refused with a reason where it is cut off or something else", () => {
    const file = encodeMap(made);
    expect(() => decodeMap(file.subarray(0, file.length - 1))).toThrow(/map\/short/);
    expect(() => decodeMap(new TextEncoder().encode("<!doctype html>"))).toThrow(/map\/format/);
    expect(() => decodeMap(new Uint8Array(2))).toThrow(/map\/format/);
  });
});

describe("the cells", () => {
  it("have mutual neighbours, six each in the open country", () => {
    for (let edge = 0; edge < cells.neighbours.length; edge++) {
      const other = cells.neighbours[edge]!;
      if (other < 0) continue;
      expect(cells.neighbours.subarray(6 * other, 6 * other + 6)).toContain(Math.floor(edge / 6));
    }
    const whole = Array.from({ length: cells.count }, (_, c) =>
      cells.neighbours.subarray(6 * c, 6 * c + 6).every((n) => n >= 0),
    );
    expect(whole.filter(Boolean).length / cells.count).toBeGreaterThan(0.85);
  });
  it("are found at their centres", () => {
    for (let cell = 0; cell < cells.count; cell += 97)
      expect(cellAt(cells, cells.centres[2 * cell]!, cells.centres[2 * cell + 1]!)).toBe(cell);
    expect(cellAt(cells, -5000, 0)).toBe(-1);
  });
  it("hold, week by week, what area-weekly says: within 0.3 % or 3 km²", () => {
    const areas = loadEvidence(DATA).hindsight();
    for (const at of [0, 20, 60, week, map.weeks - 1]) {
      const { held } = sharesAt(map, at);
      const date = addDays(map.firstMonday, 7 * at);
      for (const sector of FRONT_SECTORS) {
        const index = map.sectors.indexOf(sector);
        const sum = held.reduce(
          (total, share, part) =>
            map.partSector[part] === index ? total + (share * map.partAreaKm2[part]!) / 1000 : total,
          0,
        );
        const truth = areas.weeklyArea(sector).find((point) => point.date === date)!.areaKm2;
        expect(Math.abs(sum - truth), `${sector} on ${date}`).toBeLessThan(Math.max(3, 0.003 * truth));
      }
    }
  });
});

describe("the line", () => {
  it("is as far away as the evidence's own measure says, within a cell for nine of ten", async () => {
    const { parts, stored, changes } = await loadControlGrid(DATA, 0);
    const own = parts.slice(0, stored);
    const [, then] = [...replay(stored, [map.firstMonday, AS_OF], changes)];
    const theirs = distanceFromLine(frontGeometry(own), then!.held);
    const names = [...new Set(own.map(({ cell }) => cell))];
    const ours = distances(cells, cellShares(cells, shares.held));
    const differences: number[] = [];
    for (const name of names) {
      const part = own.find(({ cell }) => cell === name)!;
      if (part.sector === "crimea") continue;
      const cell = cellAt(cells, ...ukraine.project(part.longitude, part.latitude));
      // Farther off, the evidence's measure also finds strips on the Russian border that no map fills.
      if (Math.abs(ours[cell]!) < 60) differences.push(Math.abs(ours[cell]! - theirs.get(name)!));
    }
    expect(differences.length).toBeGreaterThan(1500);
    differences.sort((a, b) => a - b);
    expect(differences[Math.floor(differences.length * 0.5)]).toBeLessThan(3);
    expect(differences[Math.floor(differences.length * 0.9)]).toBeLessThan(8);
  });
  it("is made of chains: ends meet two by two, but where the line runs into coast or border", () => {
    const pieces = linePieces(cells, cellShares(cells, shares.held));
    const ends = new Map<string, number>();
    for (let i = 0; i < pieces.length; i += 2) {
      const key = `${pieces[i]!.toFixed(6)} ${pieces[i + 1]!.toFixed(6)}`;
      ends.set(key, (ends.get(key) ?? 0) + 1);
    }
    const loose = [...ends.values()].filter((count) => count === 1).length;
    expect(loose).toBeLessThan(0.1 * ends.size);
    expect([...ends.values()].every((count) => count <= 2)).toBe(true);
  });
});

describe("the order in which cells change hands", () => {
  const groups = FRONT_SECTORS.map((_, group) => group);

  it("takes exactly the change of area, whichever way, as long as there is ground", () => {
    fc.assert(
      fc.property(fc.constantFrom(...groups), fc.double({ min: -4000, max: 4000, noNaN: true }), (group, change) => {
        const { held, leftKm2 } = takeGround(order, cells, heldShare, group, change);
        const moved = areaOf(held, group) - areaOf(heldShare, group);
        expect(Math.abs(moved - Math.sign(change) * (Math.abs(change) - leftKm2))).toBeLessThan(1e-6);
        expect(held.every((share) => share >= -1e-9 && share <= 1 + 1e-9)).toBe(true);
        for (const other of groups)
          if (other !== group) expect(areaOf(held, other)).toBeCloseTo(areaOf(heldShare, other), 6);
      }),
      { numRuns: 60 },
    );
  });
  it("has ground for both sides: 200 km² either way in every sector that has a long line", () => {
    for (const sector of ["kharkiv", "donetsk-centre", "donetsk-south", "zaporizhzhia", "kherson"] as const)
      for (const change of [-200, 200])
        expect(takeGround(order, cells, heldShare, FRONT_SECTORS.indexOf(sector), change).leftKm2).toBe(0);
  });
  it("flips a part's larger half when the change passes its threshold, and not before", () => {
    fc.assert(
      fc.property(fc.constantFrom(...groups), fc.double({ min: -4000, max: 4000, noNaN: true }), (group, change) => {
        const { held } = takeGround(order, cells, heldShare, group, change);
        for (const [part, threshold] of order.threshold.entries()) {
          if (order.groupOfPart[part] !== group || Math.abs(threshold - change) < 1e-6) continue;
          const flipped = held[part]! >= 0.5 !== heldShare[part]! >= 0.5;
          expect(flipped).toBe(threshold > 0 ? change > threshold : change < threshold);
        }
      }),
      { numRuns: 40 },
    );
  });
  it("has the parts that flip add up to the change, within the parts that are being taken and the line's own cells", () => {
    for (const group of groups) {
      for (const change of [300, 1000]) {
        const flips = [...order.threshold.entries()].filter(
          ([part, t]) => order.groupOfPart[part] === group && t > 0 && t < change,
        );
        const { held, leftKm2 } = takeGround(order, cells, heldShare, group, change);
        const moved = flips.reduce((sum, [part]) => sum + (held[part]! - heldShare[part]!) * map.partAreaKm2[part]!, 0);
        // The rest went into parts that were Russia's already, or whose half has not passed: one at most is under way.
        const rest = [...held.keys()].filter(
          (part) => held[part] !== heldShare[part] && !flips.some(([flip]) => flip === part),
        );
        const others = rest.reduce((sum, part) => sum + (held[part]! - heldShare[part]!) * map.partAreaKm2[part]!, 0);
        expect(moved + others + leftKm2).toBeCloseTo(change, 6);
        expect(rest.filter((part) => heldShare[part]! < 0.5).length).toBeLessThanOrEqual(1);
      }
    }
  });
  it("goes by distance: in a sector no part flips before one that is nearer to the line", () => {
    const distance = distances(cells, cellShares(cells, shares.held));
    const far = [...order.threshold.entries()].filter(
      ([part, t]) => t > 0 && order.groupOfPart[part] === 6 && shares.held[part] === 0,
    );
    far.sort(([, a], [, b]) => a - b);
    for (const [i, [part]] of far.entries())
      if (i > 0)
        expect(distance[map.partCell[part]!]!).toBeGreaterThanOrEqual(distance[map.partCell[far[i - 1]![0]]!]!);
  });
});

describe("the probability that a cell changes hands", () => {
  it("reads a share off quantiles: straight between, nothing beyond", () => {
    const gain = { levels: [0.1, 0.5, 0.9], values: [0, 100, 300] };
    expect([-1, 0, 50, 100, 200, 300, 301].map((x) => shareBelow(gain, x))).toEqual([
      0,
      0,
      0.1 + 0.2,
      0.5,
      0.7,
      0.9,
      1,
    ]);
    const still = { levels: [0.1, 0.5, 0.9], values: [0, 0, 0] };
    expect([shareBelow(still, -1e-9), shareBelow(still, 1e-9)]).toEqual([0, 1]);
  });
  it("is the share of members, counted one by one", () => {
    const members = Array.from({ length: 400 }, (_, m) => -300 + 3 * m);
    const levels = Array.from({ length: 399 }, (_, i) => (i + 1) / 400);
    const gains = FRONT_SECTORS.map(() => ({ levels, values: levels.map((level) => -300 + 1200 * level) }));
    const probability = changeProbability(cells, order, gains);
    for (let cell = 0; cell < cells.count; cell += 13) {
      const parts = partsOf(cell);
      if (parts.length !== 1 || Number.isNaN(order.threshold[parts[0]!]!)) continue;
      const threshold = order.threshold[parts[0]!]!;
      const counted = members.filter((gain) => (threshold > 0 ? gain >= threshold : gain <= threshold)).length / 400;
      expect(Math.abs(Math.abs(probability[cell]!) - counted)).toBeLessThan(0.006);
      if (counted > 0.01) expect(Math.sign(probability[cell]!)).toBe(Math.sign(threshold));
    }
  });
  it("is nothing where nothing moves, and unknown where there is no front", () => {
    const still = FRONT_SECTORS.map(() => ({ levels: [0.05, 0.95], values: [0, 0] }));
    const probability = changeProbability(cells, order, still);
    const crimea = map.sectors.indexOf("crimea");
    for (let cell = 0; cell < cells.count; cell++)
      if (partsOf(cell).every((part) => map.partSector[part] === crimea)) expect(probability[cell]).toBeNaN();
      else if (!Number.isNaN(probability[cell]!)) expect(Math.abs(probability[cell]!)).toBe(0);
  });
});
