import { describe, expect, it } from "vitest";
import { darkTheme, lightTheme, type Theme, themeVariables, variableTheme } from "./theme.ts";

/** Relative luminance of a colour "#rrggbb" (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const readable = ({ ink, muted, model, hindsight, series }: Theme) => [ink, muted, model, hindsight, ...series];

describe.each([
  ["light", lightTheme],
  ["dark", darkTheme],
] as const)("the %s theme", (_, theme) => {
  it("has colours that can be read as text on its ground (WCAG AA, 4.5 : 1)", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
    for (const colour of readable(theme))
      expect(contrast(colour, theme.background), colour).toBeGreaterThanOrEqual(4.5);
  });

  it("gives every variable of the variable theme a value", () => {
    const declared = themeVariables(theme);
    for (const value of [...readable(variableTheme), variableTheme.background, variableTheme.grid]) {
      const name = /^var\((--[\w-]+)\)$/.exec(value)?.[1];
      expect(declared).toMatch(new RegExp(`${name}: #[0-9a-f]{6};`));
    }
  });
});
