import { describe, expect, it } from "vitest";
import { RandomStream } from "./random-stream.ts";

const count = 20_000;
const draw = (take: (stream: RandomStream) => number, name = "test") => {
  const stream = new RandomStream(9n, name);
  return Array.from({ length: count }, () => take(stream));
};
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe("a random stream", () => {
  // Means and variances at five standard errors: a false alarm once in about a million choices of the seed.
  it("draws standard normals", () => {
    const values = draw((stream) => stream.normal());
    expect(Math.abs(mean(values))).toBeLessThan(5 / Math.sqrt(count));
    expect(Math.abs(mean(values.map((x) => x * x)) - 1)).toBeLessThan(5 * Math.sqrt(2 / count));
  });

  it.each([0.2, 0.9, 1, 3.5, 40])("draws gammas of shape %d with mean and variance of that number", (shape) => {
    const values = draw((stream) => stream.gamma(shape), `gamma ${shape}`);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.abs(mean(values) - shape)).toBeLessThan(5 * Math.sqrt(shape / count));
    const fourth = 3 * shape * shape + 6 * shape; // fourth central moment
    const variance = mean(values.map((x) => (x - shape) ** 2));
    expect(Math.abs(variance - shape)).toBeLessThan(5 * Math.sqrt((fourth - shape * shape) / count));
  });

  it("gives the same numbers again, and others under another name, number or seed", () => {
    const first = (stream: RandomStream) => [stream.uniform(), stream.normal(), stream.gamma(2)];
    const numbers = first(new RandomStream(1n, "a", 7));
    expect(first(new RandomStream(1n, "a", 7))).toEqual(numbers);
    for (const other of [new RandomStream(2n, "a", 7), new RandomStream(1n, "b", 7), new RandomStream(1n, "a", 8)]) {
      expect(first(other)[0]).not.toBe(numbers[0]);
    }
  });

  it("does not let the order of kinds change either kind", () => {
    const mixed = new RandomStream(1n, "a");
    const plain = new RandomStream(1n, "a");
    mixed.uniform();
    mixed.uniform();
    expect(mixed.normal()).toBe(plain.normal());
  });
});
