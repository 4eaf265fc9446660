/**
 * Small corrections of set text: a number keeps its percent sign on its line (narrow no-break space), and units that were
 * written for a keyboard get their proper exponents (km^2 and km2 become km²).
 */
export function typeset(text: string): string {
  return text
    .replace(/(\d) %/g, "$1\u202f%")
    .replace(/\bkm\^?([23])\b/g, (_, power: string) => (power === "2" ? "km²" : "km³"))
    .replace(/\^2\b/g, "²")
    .replace(/\^3\b/g, "³");
}
