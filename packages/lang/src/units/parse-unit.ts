import type { UnitTable } from "./base-units.ts";
import { type Dimension, PURE, times } from "./dimension.ts";

export type UnitProblem =
  | { readonly problem: "unknown"; readonly word: string }
  | { readonly problem: "syntax"; readonly found: string };

export type UnitResult = { readonly dimension: Dimension } | UnitProblem;

/**
 * Reads `person/(km*week)`, `km^2/week`, `1/week`, `1`. Products and quotients associate from the left, so `a/b*c` is
 * (a/b)*c; exponents are whole numbers, possibly negative.
 */
export function parseUnit(text: string, table: UnitTable): UnitResult {
  const tokens = text.match(/[A-Za-z]+|-?\d+|[*/^()]|\S/g) ?? [];
  let next = 0;
  const stop = (problem: UnitProblem): never => {
    throw problem;
  };
  const product = (): Dimension => {
    let dimension = factor();
    while (tokens[next] === "*" || tokens[next] === "/") {
      const sign = tokens[next++] === "*" ? 1 : -1;
      dimension = times(dimension, factor(), sign);
    }
    return dimension;
  };
  const factor = (): Dimension => {
    const token = tokens[next++] ?? stop({ problem: "syntax", found: "the end" });
    let base: Dimension;
    if (token === "(") {
      base = product();
      if (tokens[next++] !== ")") stop({ problem: "syntax", found: tokens[next - 1] ?? "the end" });
    } else if (token === "1") base = PURE;
    else if (/^[A-Za-z]/.test(token)) {
      base = Object.hasOwn(table, token) ? new Map([[token, 1]]) : stop({ problem: "unknown", word: token });
    } else return stop({ problem: "syntax", found: token });
    if (tokens[next] !== "^") return base;
    const exponent = tokens[++next] ?? "the end";
    next++;
    if (!/^-?\d+$/.test(exponent)) return stop({ problem: "syntax", found: exponent });
    return times(PURE, base, Number(exponent));
  };
  try {
    const dimension = product();
    return next < tokens.length ? { problem: "syntax", found: tokens[next]! } : { dimension };
  } catch (problem) {
    if (problem instanceof Error) throw problem;
    return problem as UnitProblem;
  }
}
