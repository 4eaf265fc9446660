import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Layout, layeredLayout } from "./layered-layout.ts";

const node = (id: string) => ({ id, width: 40 + (id.length % 5) * 20, height: 20 });
const layout = (ids: readonly string[], edges: readonly (readonly [string, string])[]) =>
  layeredLayout(
    ids.map(node),
    edges.map(([from, to]) => ({ from, to })),
  );

/** Pairs of nodes whose boxes touch. */
function overlaps({ nodes }: Layout): number {
  return nodes.flatMap((a, k) =>
    nodes
      .slice(k + 1)
      .filter((b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height),
  ).length;
}

const graphs = fc
  .integer({ min: 1, max: 14 })
  .chain((size) =>
    fc.record({
      ids: fc.constant(Array.from({ length: size }, (_, k) => "n".repeat(1 + (k % 5)) + k)),
      pairs: fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 30 }),
    }),
  )
  .map(({ ids, pairs }) => ({
    ids,
    edges: [
      ...new Map(
        pairs.filter(([a, b]) => a !== b).map(([a, b]) => [`${a} ${b}`, [ids[a]!, ids[b]!] as const]),
      ).values(),
    ],
  }));

describe("layered layout", () => {
  it("sets a chain in one line from left to right", () => {
    const { nodes } = layout(
      ["a", "b", "c"],
      [
        ["a", "b"],
        ["b", "c"],
      ],
    );
    expect(nodes.map(({ y }) => y)).toEqual([0, 0, 0]);
    expect(nodes.map(({ x }) => x)).toEqual([...nodes.map(({ x }) => x)].sort((a, b) => a - b));
  });

  it("turns the edge that closes a cycle, and says so", () => {
    const { edges } = layout(
      ["a", "b"],
      [
        ["a", "b"],
        ["b", "a"],
      ],
    );
    expect(edges.map(({ backward }) => backward)).toEqual([false, true]);
  });

  it("undoes a crossing", () => {
    const { nodes } = layout(
      ["a", "b", "x", "y"],
      [
        ["a", "y"],
        ["b", "x"],
      ],
    );
    const y = Object.fromEntries(nodes.map((one) => [one.id, one.y]));
    expect(Math.sign(y["a"]! - y["b"]!)).toBe(Math.sign(y["y"]! - y["x"]!));
  });

  it("stacks what does not hang together, the larger group first", () => {
    const { nodes, edges } = layout(
      ["a", "x", "b", "c"],
      [
        ["a", "b"],
        ["b", "c"],
      ],
    );
    const y = Object.fromEntries(nodes.map((one) => [one.id, one.y]));
    expect(y["x"]).toBeGreaterThan(y["a"]! + 20);
    expect(edges.map(({ edge }) => edge.to)).toEqual(["b", "c"]);
  });

  it("never lets two boxes touch, keeps edges ahead, and stays inside", () => {
    fc.assert(
      fc.property(graphs, ({ ids, edges }) => {
        const placed = layout(ids, edges);
        expect(placed.nodes).toHaveLength(ids.length);
        expect(overlaps(placed)).toBe(0);
        for (const { points } of placed.edges)
          for (let k = 1; k < points.length; k++) expect(points[k]![0]).toBeGreaterThanOrEqual(points[k - 1]![0]);
        for (const { x, y, width, height } of placed.nodes) {
          expect(Math.min(x, y)).toBeGreaterThanOrEqual(-1e-9);
          expect(x + width).toBeLessThanOrEqual(placed.width + 1e-9);
          expect(y + height).toBeLessThanOrEqual(placed.height + 1e-9);
        }
        expect(layout(ids, edges)).toEqual(placed);
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  it("runs edges past boxes, not over them, within a layer", () => {
    fc.assert(
      fc.property(graphs, ({ ids, edges }) => {
        const { nodes, edges: drawn } = layout(ids, edges);
        for (const { points, edge } of drawn)
          for (let k = 0; k + 1 < points.length; k += 2) {
            const [[from, y], [to]] = [points[k]!, points[k + 1]!];
            const hit = nodes.filter(
              (one) =>
                one.id !== edge.from &&
                one.id !== edge.to &&
                one.x < to &&
                one.x + one.width > from &&
                one.y < y &&
                one.y + one.height > y,
            );
            expect(hit).toEqual([]);
          }
      }),
      { seed: 6, numRuns: 200 },
    );
  });
});
