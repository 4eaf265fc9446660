/**
 * Colours of a figure. The series colours begin with those of Okabe and Ito ("Color Universal Design", 2008), which people with
 * the common forms of colour blindness can tell apart, darkened or lightened until each has a contrast of at least 4.5 : 1 with
 * its ground, because labels are set in them. Yellow is left out (it vanishes on white), and vermilion is kept for hindsight.
 */
export interface Theme {
  readonly background: string;
  readonly ink: string;
  readonly muted: string;
  readonly grid: string;
  /** Model results: fans, medians, points. */
  readonly model: string;
  /** What happened after the as-of date; always dashed as well, so that colour is never the only sign. */
  readonly hindsight: string;
  readonly series: readonly string[];
}

export const lightTheme: Theme = {
  background: "#ffffff",
  ink: "#1a1d21",
  muted: "#565d66",
  grid: "#e3e6ea",
  model: "#0072b2",
  hindsight: "#b84a00",
  series: ["#0072b2", "#a06c00", "#a8538a", "#00805d", "#1a1d21", "#6a4fc9", "#6b7580"],
};

export const darkTheme: Theme = {
  background: "#16191d",
  ink: "#eceef0",
  muted: "#a4adb7",
  grid: "#31373e",
  model: "#5fb2ec",
  hindsight: "#ff9153",
  series: ["#5fb2ec", "#efb73c", "#e5a0ca", "#35c79c", "#eceef0", "#b3a4ff", "#97a1ab"],
};

const names = ["background", "ink", "muted", "grid", "model", "hindsight"] as const;

/** A theme whose colours are CSS variables, so that one SVG in a page follows the reader's light or dark setting. */
export const variableTheme: Theme = {
  ...(Object.fromEntries(names.map((name) => [name, `var(--figure-${name})`])) as Record<
    (typeof names)[number],
    string
  >),
  series: lightTheme.series.map((_, index) => `var(--figure-series-${index})`),
};

/** The CSS declarations that give `variableTheme` the colours of a theme. */
export function themeVariables(theme: Theme): string {
  const plain = names.map((name) => `--figure-${name}: ${theme[name]};`);
  const series = theme.series.map((colour, index) => `--figure-series-${index}: ${colour};`);
  return [...plain, ...series].join(" ");
}
