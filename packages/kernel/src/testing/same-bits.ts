/** The first place where two arrays differ in any bit (NaN equals NaN, 0 is not -0), or undefined. */
export function firstDifference(a: Float64Array, b: Float64Array): number | undefined {
  for (let i = 0; i < Math.max(a.length, b.length); i++) if (!Object.is(a[i], b[i])) return i;
  return undefined;
}
