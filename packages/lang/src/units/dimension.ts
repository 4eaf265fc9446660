/** A dimension: base unit -> exponent, zero exponents left out. The empty map is a pure number. */
export type Dimension = ReadonlyMap<string, number>;

export const PURE: Dimension = new Map();
export const WEEK: Dimension = new Map([["week", 1]]);

/** a * b^power. */
export function times(a: Dimension, b: Dimension, power = 1): Dimension {
  const product = new Map(a);
  for (const [unit, exponent] of b) {
    const sum = (product.get(unit) ?? 0) + power * exponent;
    if (sum === 0) product.delete(unit);
    else product.set(unit, sum);
  }
  return product;
}

export const over = (a: Dimension, b: Dimension): Dimension => times(a, b, -1);
export const power = (a: Dimension, exponent: number): Dimension => times(PURE, a, exponent);

export function same(a: Dimension, b: Dimension): boolean {
  if (a.size !== b.size) return false;
  for (const [unit, exponent] of a) if (b.get(unit) !== exponent) return false;
  return true;
}

export const isPure = (a: Dimension): boolean => a.size === 0;

/** `person/(km*week)`, `km^2/week`, `1/week`, and `1` for a pure number. */
export function showDimension(dimension: Dimension): string {
  if (isPure(dimension)) return "1";
  const side = (sign: 1 | -1) =>
    [...dimension]
      .filter(([, exponent]) => exponent * sign > 0)
      .map(([unit, exponent]) => (exponent * sign === 1 ? unit : `${unit}^${exponent * sign}`));
  const [above, below] = [side(1), side(-1)];
  const numerator = above.join("*") || "1";
  if (below.length === 0) return numerator;
  return below.length === 1 ? `${numerator}/${below[0]}` : `${numerator}/(${below.join("*")})`;
}
