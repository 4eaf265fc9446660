import type { Area } from "../message.ts";

/** Taking things away: figures, tables, runs, citations. */
export const exports = {
  svg: "Save as SVG",
  png: "Save as PNG",
  embed: "Embed",
  embedLabel: "Put this into your page:",
  copy: "Copy",
  copied: "Copied",
  heading: "Take it with you",
  citeHeading: "Cite",
  citation: "{authors} ({year}). {title}. Version {version}. Run {identity}, {model} as of {asOf}, seed {seed}. {link}",
  citeHelp: "Name the data’s sources as well; they keep their own licences (see Evidence).",
  runHeading: "The run as a table",
  runHelp:
    "Every run of the posterior on its own, week by week: the series of the charts and, for M2, the area by sector. Parquet, {members} × {weeks}.",
  runSave: "Save the run as Parquet",
  runWorking: "Running {done} of {of}…",
  runSaved: "{rows} rows, {size} MB.",
  runFailed: "The run could not be saved: {reason}",
  openWhole: "Open in Logjam",
} satisfies Area;
