import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { errors } from "../errors.ts";
import { AID_KINDS, DONOR_GROUPS } from "../snapshot/monthly-aid.ts";
import { SNAPSHOT } from "../testing.ts";
import { loadEvidence } from "./load.ts";

const evidence = loadEvidence(SNAPSHOT);

describe("as of a date", () => {
  it("lets no later row through, whatever is asked", () => {
    fc.assert(
      fc.property(fc.constantFrom(...evidence.mondays), fc.integer({ min: 0, max: 6 }), (monday, days) => {
        const date = new Date(Date.parse(monday) + days * 86_400_000).toISOString().slice(0, 10);
        if (date > evidence.lastDate) return;
        const known = evidence.asOf(date);
        const dates = [
          ...known.weeklyArea("area-with-crimea").map((point) => point.date),
          ...known.weeklyArea("area-total").map((point) => point.date),
          ...known.lossCategories.flatMap((category) => known.weeklyLosses(category).map((point) => point.date)),
          ...DONOR_GROUPS.flatMap((group) =>
            AID_KINDS.flatMap((kind) => known.monthlyAid({ group, kind }).map((point) => point.knownFrom)),
          ),
          ...known.mondays,
        ];
        expect(dates.every((found) => found <= date)).toBe(true);
      }),
      { numRuns: 60, seed: 3 },
    );
  });
  it("only grows: what was known stays known, unchanged", () => {
    const [early, late] = [evidence.asOf("2023-11-27"), evidence.asOf("2024-06-03")];
    const area = late.weeklyArea().slice(0, early.weeklyArea().length);
    expect(area).toEqual(early.weeklyArea());
    expect(late.weeklyLosses("personnel").slice(0, early.weeklyLosses("personnel").length)).toEqual(
      early.weeklyLosses("personnel"),
    );
  });
  it("lets no later observation of any source through", () => {
    for (const date of ["2022-12-05", "2023-11-27", "2025-06-02"]) {
      const known = evidence.asOf(date);
      for (const name of known.seriesNames) {
        expect(
          known.series(name).every((point) => point.date !== "" && point.date <= date && point.knownFrom <= date),
        ).toBe(true);
      }
      expect(known.weeklyLine("zaporizhzhia").at(-1)?.date).toBe(date);
    }
  });
  it("knows a week's deaths when the week is over, marked as revised", () => {
    const deaths = (date: string) => evidence.asOf(date).series("meduza.deaths").at(-1)!;
    expect(deaths("2023-11-26").date).toBe("2023-11-13");
    expect(deaths("2023-11-27")).toMatchObject({ date: "2023-11-20", revised: true });
    expect(evidence.asOf("2023-11-27").series("oryx.russia.all-types").at(-1)).toMatchObject({
      date: "2022-06-09",
      revised: false,
    });
  });
  it("knows no undated number as of a date", () => {
    expect(evidence.asOf("2025-12-29").seriesNames.filter((name) => name.startsWith("battles"))).toEqual([]);
    expect(evidence.hindsight().series("battles.01.red.strength").length).toBeGreaterThan(50);
  });
  it("knows a month's aid from the first day after the month", () => {
    const months = (date: string): string[] =>
      evidence
        .asOf(date)
        .monthlyAid({ group: "us", kind: "military" })
        .map(({ month }) => month);
    expect(months("2023-11-30").at(-1)).toBe("2023-10");
    expect(months("2023-12-01").at(-1)).toBe("2023-11");
  });
  it.each(["2022-01-01", "2031-01-06", "2023-02-30", "soon"])("refuses %s", (date) => {
    const { firstDate, lastDate } = evidence;
    expect(() => evidence.asOf(date)).toThrow(errors.asOfOutside(date, firstDate, lastDate));
  });
});

describe("what the snapshot says", () => {
  it("gives every number a place in a source", () => {
    const known = evidence.hindsight();
    for (const { provenance } of [
      ...known.weeklyArea("kherson"),
      ...known.weeklyLosses("tank"),
      ...known.monthlyAid({ group: "germany", kind: "financial" }),
    ]) {
      expect(provenance.file).toMatch(/\.(geojson|geojson\.gz|json|csv)$/);
      expect(provenance.row).not.toBe("");
    }
  });
  it("matches the claims of known days", () => {
    const personnel = evidence.hindsight().weeklyLosses("personnel");
    expect(personnel.find(({ date }) => date === "2023-11-27")?.cumulative).toBe(325_580);
  });
  it("adds aid up to the source's own totals", () => {
    const known = evidence.hindsight();
    const sum = (kind: "military" | "total"): number =>
      DONOR_GROUPS.flatMap((group) => known.monthlyAid({ group, kind })).reduce(
        (total, { valueEur }) => total + valueEur,
        0,
      );
    expect(sum("total") / 1e9).toBeCloseTo(344.012747, 5);
    expect(sum("military") / 1e9).toBeCloseTo(162.919861, 5);
  });
  it("names the nearest of an unknown name", () => {
    const known = evidence.hindsight();
    expect(() => known.weeklyLosses("tanks")).toThrow(
      errors.unknownName("loss category", "tanks", known.lossCategories),
    );
    expect(() => known.weeklyArea("luhanks" as "luhansk")).toThrow(/Did you mean luhansk/);
  });
});
