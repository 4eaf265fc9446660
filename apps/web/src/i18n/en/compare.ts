import type { Area } from "../message.ts";

/** Two policies side by side. */
export const compare = {
  label: "Compare with",
  none: "nothing",
  help: "The same runs under both policies; the difference is taken run by run.",
  heading: "The difference",
  differenceColumn: "Difference, points",
  interval: "95% interval",
  show: "What the charts show",
  showBoth: "Both policies",
  showDifference: "The difference",
  differenceTitle: "{title}: the difference",
  range: "{low} to {high}",
  clear: "clear of chance",
  unclear: "not told from chance",
  tableCaption: "By {date}: “{main}” against “{other}”",
  yours: "{policy}, with your changes",
  swap: "Swap",
} satisfies Area;
