import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  dayNumber,
  daysBetween,
  firstDayAfterMonth,
  isoOfDay,
  mondayOfIsoWeek,
  mondayOnOrAfter,
  mondayOnOrBefore,
  mondaysBetween,
  monthsBetween,
  weekday,
} from "./calendar.ts";

describe("dates", () => {
  it.each(["2023-02-29", "2023-13-01", "2023-1-1", "", "2023-11-27T00:00"])("refuses %j", (text) => {
    expect(dayNumber(text)).toBeUndefined();
  });
  it("knows leap years and weekdays", () => {
    expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
    expect(weekday("2023-11-27")).toBe(0);
    expect(weekday("1969-12-28")).toBe(6);
  });
  it("goes there and back", () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 40_000 }), (day) => {
        const date = isoOfDay(day);
        expect(dayNumber(date)).toBe(day);
        expect(weekday(mondayOnOrBefore(date))).toBe(0);
        expect(daysBetween(mondayOnOrBefore(date), date)).toBeLessThan(7);
        expect(daysBetween(date, mondayOnOrAfter(date))).toBeLessThan(7);
      }),
    );
  });
  it("lists Mondays and months, ends included", () => {
    expect(mondaysBetween("2022-04-04", "2022-04-18")).toEqual(["2022-04-04", "2022-04-11", "2022-04-18"]);
    expect(monthsBetween("2023-11", "2024-02")).toEqual(["2023-11", "2023-12", "2024-01", "2024-02"]);
    expect(firstDayAfterMonth("2023-12")).toBe("2024-01-01");
  });
  it.each([
    [2022, 1, "2022-01-03"],
    [2024, 1, "2024-01-01"],
    [2025, 1, "2024-12-30"],
    [2020, 53, "2020-12-28"],
    [2026, 53, "2026-12-28"],
  ])("ISO week %i-W%i begins on %s", (year, week, monday) => expect(mondayOfIsoWeek(year, week)).toBe(monday));
  it("knows which years have a week 53", () => expect(mondayOfIsoWeek(2024, 53)).toBeUndefined());
});
