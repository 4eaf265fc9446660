import type { Area } from "../message.ts";

/** The evidence page. */
export const evidence = {
  title: "The evidence",
  lead: "Every number that the models use comes from a public source and can be followed to its row. These are the sources, how far they reach, on what terms they may be used, and how they differ from each other.",
  sourcesHeading: "Sources",
  source: "Source",
  reach: "From and to",
  observations: "Numbers",
  licence: "Licence",
  cite: "Cite as",
  revised: "revises earlier numbers",
  version: "Version {version}; {count} files, checksum {checksum}",
  checksHeading: "Against each other",
  checksHelp:
    "Where two sources speak of the same thing, they do not agree. How far apart they are, and whether that drifts, matters more than either number.",
  checkSource: "Source: {sources}. Computed by Logjam.",
  year: "Year",
  mean: "Mean",
  low: "Lowest",
  high: "Highest",
  count: "Dates",
  "check.area-economist": "Area: The Economist (after ISW) less DeepState",
  "check.area-liveuamap": "Area: liveuamap less DeepState",
  "check.killed-share": "Deaths (Meduza) per claimed casualty (General Staff), 13 weeks",
  "check.confirmed-share": "Confirmed items (Oryx) per claimed item (General Staff)",
  "unit.km²": "km²",
  "unit.share": "share",
  checkSummary: "{title}: from {first} on {from} to {last} on {to}.",
  bewareHeading: "What to beware of",
  bewareHelp:
    "Stretches of series that were redrawn, broken off, corrected or defined anew. The numbers are left as the sources have them.",
  seriesHeading: "All series",
  series: "Series",
  unit: "Unit",
  first: "First",
  last: "Last",
  vintagesHeading: "What was known when",
  vintages:
    "As of a date, weekly figures count from their Monday, a month’s aid from the day after the month, a week’s deaths as soon as their report could be read. Sources marked as revising change earlier numbers in later releases; of each we have the release named above.",
  superseded: {
    one: "One number has been replaced by a newer release so far; the older one is kept.",
    other: "{count} numbers have been replaced by newer releases so far; the older ones are kept.",
  },
  dataBook: "How areas are measured, and all treatments: docs/evidence.md in the repository.",
} satisfies Area;
