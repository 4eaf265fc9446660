/** The recorded series that a report shows: known by the as-of date, and what happened afterwards, kept apart. */
import { addWeeks, type ObservedSeries } from "@logjam/analysis";
import { DONOR_GROUPS, type DonorGroup, type KnownEvidence, SOURCES } from "@logjam/evidence";

interface Point {
  readonly date: string;
  readonly value: number;
}

const GROUP_NAMES: Readonly<Record<DonorGroup, string>> = {
  us: "United States",
  germany: "Germany",
  "uk-nordic-baltic-poland": "Britain, Nordic and Baltic states, Poland",
  "rest-of-eu-and-others": "Rest of the EU and others",
};

/** Series from `from` on; `then` is what was known at `asOf`, `later` all there is, shown up to `until`. */
export function observedSeries(
  then: KnownEvidence,
  later: KnownEvidence,
  from: string,
  asOf: string,
  until: string,
): ObservedSeries[] {
  const split = (
    about: Omit<ObservedSeries, "known" | "hindsight" | "dataDate">,
    of: (e: KnownEvidence) => Point[],
  ) => {
    const known = of(then).filter((p) => p.date >= from && p.date <= asOf);
    const last = known.at(-1)?.date ?? asOf;
    const hindsight = of(later).filter((p) => p.date > last && p.date <= until);
    return { ...about, dataDate: last, known, hindsight };
  };
  return [
    split(
      { series: "area", title: "Area held by Russia outside Crimea", unit: "km²", source: "DeepState" },
      (evidence) => evidence.weeklyArea().map((p) => ({ date: p.date, value: p.areaKm2 })),
    ),
    split(
      {
        series: "claimed-losses",
        title: "Russian losses as claimed by the General Staff",
        unit: "persons a week",
        source: "General Staff of the Armed Forces of Ukraine",
      },
      weeklyPersonnel,
    ),
    ...DONOR_GROUPS.map((group) =>
      split(
        {
          series: `aid-military-${group}`,
          title: GROUP_NAMES[group],
          unit: "EUR bn a month",
          source: SOURCES.kiel.citation,
        },
        (evidence) =>
          evidence
            .monthlyAid({ group, kind: "military" })
            .map((p) => ({ date: `${p.month}-01`, value: p.valueEur / 1e9 })),
      ),
    ),
  ];
}

/** Losses of the week that begins on each Monday: the next Monday's total less this one's. */
function weeklyPersonnel(evidence: KnownEvidence): Point[] {
  const levels = new Map(evidence.weeklyLosses("personnel").map((p) => [p.date, p.cumulative]));
  return [...levels].flatMap(([date, cumulative]) => {
    const next = levels.get(addWeeks(date, 1));
    return next === undefined ? [] : [{ date, value: next - cumulative }];
  });
}
