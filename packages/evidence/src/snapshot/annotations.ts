import type { IsoDate } from "../calendar.ts";

/** A known artefact of a source: the numbers stay as they are, and this says what to make of them. */
export interface Annotation {
  readonly series: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly kind: "redraw" | "definition" | "gap" | "revision" | "correction" | "environment";
  readonly text: string;
}

export const ANNOTATIONS: readonly Annotation[] = [
  {
    series: "area-weekly",
    from: "2022-04-04",
    to: "2022-05-02",
    kind: "redraw",
    text: "The map was still being drawn: ground in the north and in Mykolaiv is missing or of unknown status.",
  },
  {
    series: "area-weekly.elsewhere",
    from: "2022-04-04",
    to: "2022-05-23",
    kind: "redraw",
    text: "About 510 km2 in Odesa and Vinnytsia oblasts are the crude outline of Transnistria lapping over the border, not occupied ground.",
  },
  {
    series: "area-weekly.crimea",
    from: "2022-09-19",
    to: "2022-09-19",
    kind: "redraw",
    text: "Crimea grows by about 764 km2 because its coast was redrawn; nothing changed hands.",
  },
  {
    series: "area-weekly",
    from: "2023-06-05",
    to: "2023-06-26",
    kind: "redraw",
    text: "Maps were redrawn at the start of the Ukrainian offensive, in both DeepState's and ISW's series: weekly changes mix ground taken with lines corrected.",
  },
  {
    series: "area-weekly.kherson",
    from: "2023-06-06",
    to: "2023-07-31",
    kind: "environment",
    text: "The Kakhovka dam broke on 6 June 2023: the reservoir emptied and the lower Dnipro flooded. Sources draw the line in the river bed differently, then and since.",
  },
  {
    series: "area-weekly",
    from: "2024-07-08",
    to: "2024-07-15",
    kind: "definition",
    text: "The archive form (all layers) ends and the daily form (occupied only) begins; on the day of the join the daily form gives 5 km2 less.",
  },
  {
    series: "general-staff.personnel",
    from: "2025-02-28",
    to: "2025-02-28",
    kind: "correction",
    text: "The source corrected the count by +1,650 persons on one day.",
  },
  {
    series: "general-staff.personnel",
    from: "2025-04-22",
    to: "2025-04-22",
    kind: "correction",
    text: "The source corrected the count by +160 persons on one day.",
  },
  {
    series: "general-staff.special-equipment",
    from: "2024-11-30",
    to: "2024-11-30",
    kind: "correction",
    text: "85 items of special equipment were moved to other categories.",
  },
  {
    series: "general-staff.vehicle",
    from: "2022-05-01",
    to: "2022-05-02",
    kind: "definition",
    text: "Until 1 May 2022 the source counted military vehicles and fuel tanks apart; their sum is used, and joins without a step.",
  },
  {
    series: "oryx",
    from: "2022-03-28",
    to: "2022-03-28",
    kind: "correction",
    text: "The total of all Russian types falls from 1,924 to 1,115 because its count of destroyed items falls from 959 to 100: a recording error in the data set.",
  },
  {
    series: "oryx",
    from: "2022-02-24",
    to: "2025-07-19",
    kind: "gap",
    text: "Rows exist only for days on which a count was recorded as changed; intervals of 10 to 50 days without any row are gaps in recording, not pauses in losses. The data set ends on 19 July 2025.",
  },
  {
    series: "oryx.russia.all-types",
    from: "2022-06-10",
    to: "2024-09-29",
    kind: "gap",
    text: "The data set has no total of all Russian types between 9 June 2022 and 30 September 2024.",
  },
  {
    series: "oryx.russia.tanks",
    from: "2022-02-24",
    to: "2025-03-20",
    kind: "gap",
    text: "Daily rows of Russian tanks begin on 21 March 2025; Ukrainian types begin on the same day.",
  },
  {
    series: "meduza.deaths",
    from: "2025-07-07",
    to: "2025-12-31",
    kind: "revision",
    text: "The trailing half-year rests on a prediction and will be revised when inheritance records are complete.",
  },
  {
    series: "kiel",
    from: "2022-01-01",
    to: "2025-12-31",
    kind: "revision",
    text: "Each release revises earlier months. Only one release is at hand, so an as-of view uses later knowledge of earlier months.",
  },
  {
    series: "liveuamap.area",
    from: "2022-09-06",
    to: "2022-09-09",
    kind: "redraw",
    text: "The area jumps up by 12,000 km2 within a day before the Kharkiv offensive shows: a redraw.",
  },
];

/** A dated fact that models may use as exogenous. */
export interface DatedEvent {
  readonly date: IsoDate;
  readonly name: string;
  readonly text: string;
  readonly source: string;
}

export const EVENTS: readonly DatedEvent[] = [
  { date: "2023-06-06", name: "kakhovka-dam", text: "The Kakhovka dam breaks.", source: "widely reported" },
  {
    date: "2023-10-01",
    name: "us-gap-begins",
    text: "United States: the request for supplemental aid stalls in Congress.",
    source: "Congress; dated by month",
  },
  {
    date: "2023-11-01",
    name: "zaluzhny-essay",
    text: "V. Zaluzhny's essay on positional war is published.",
    source: "The Economist",
  },
  {
    date: "2023-11-20",
    name: "negotiating-table-message",
    text: "The US mission to NATO posts that Ukraine should be in the strongest position at the negotiating table.",
    source: "public post, as cited in the article",
  },
  {
    date: "2024-02-01",
    name: "zaluzhny-second-essay",
    text: "V. Zaluzhny's second essay is published.",
    source: "CNN",
  },
  {
    date: "2024-02-17",
    name: "avdiivka-lost",
    text: "Ukrainian forces leave Avdiivka.",
    source: "General Staff of Ukraine",
  },
  {
    date: "2024-04-24",
    name: "us-supplemental-signed",
    text: "United States: the supplemental aid law is signed.",
    source: "Public Law 118-50",
  },
  {
    date: "2024-05-18",
    name: "mobilisation-law",
    text: "Ukraine's mobilisation law comes into force.",
    source: "Verkhovna Rada of Ukraine",
  },
  {
    date: "2024-08-06",
    name: "kursk-incursion",
    text: "Ukrainian forces enter Kursk oblast.",
    source: "widely reported",
  },
  {
    date: "2025-01-20",
    name: "us-role-changes",
    text: "United States: from donor to seller in the course of 2025.",
    source: "Kiel Institute, Ukraine Support Tracker",
  },
];
