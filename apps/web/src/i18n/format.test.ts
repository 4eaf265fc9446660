import { formatPercent, formatPercentInterval } from "@logjam/figures";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatsFor } from "./format.ts";
import { LOCALES } from "./message.ts";
import { textsFor } from "./text.tsx";

const en = formatsFor("en");
const uk = formatsFor("uk");
const bare = (text: string) => text.replace(/[\s\u202f\u00a0]/g, "");

describe("numbers", () => {
  it("are grouped and pointed by language, with a true minus sign", () => {
    expect(en.number(112_345.4)).toBe("112,345");
    expect(bare(uk.number(112_345.4))).toBe("112345");
    expect([en.number(43.71), uk.number(43.71)]).toEqual(["43.7", "43,7"]);
    expect(en.number(-0.0214)).toBe("−0.0214");
    expect(en.number(Number.NaN)).toBe("–");
  });

  it("say no share more precisely than it is known, and round as the report does", () => {
    expect([en.percent(0.001), en.percent(0.344), en.percent(0.999), en.percent(1)]).toEqual([
      "<1%",
      "34%",
      ">99%",
      ">99%",
    ]);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        for (const locale of LOCALES) {
          const formats = formatsFor(locale);
          expect(bare(formats.percent(a))).toBe(bare(formatPercent(a)));
          expect(bare(formats.percentInterval(low, high))).toBe(bare(formatPercentInterval(low, high)));
        }
      }),
    );
  });

  it("give differences a sign, and zero none", () => {
    expect([en.points(0.121), en.points(-0.034), en.points(0.001)]).toEqual(["+12", "−3", "0"]);
  });
});

describe("dates", () => {
  it("are written by language, whatever the time zone", () => {
    expect(en.day("2023-11-27")).toBe("27 November 2023");
    expect(uk.day("2023-11-27")).toBe("27 листопада 2023 року");
    expect(en.shortDay("2025-09-01")).toBe("1 Sep 2025");
    expect(uk.shortDay("2023-11-27")).toBe("27 лист. 2023");
  });
});

describe("texts", () => {
  it("choose the plural form of their language", () => {
    const members = (locale: "en" | "uk", count: number) => textsFor(locale).t("page.members", { count });
    expect([1, 2].map((count) => members("en", count))).toEqual(["1 run", "2 runs"]);
    expect([1, 3, 5, 21, 111].map((count) => members("uk", count))).toEqual([
      "1 прогін",
      "3 прогони",
      "5 прогонів",
      "21 прогін",
      "111 прогонів",
    ]);
  });

  it("say which value is missing", () => {
    expect(() => textsFor("en").t("charts.byMark")).toThrow("i18n/missing-value: a text asks for 'date'");
  });
});
