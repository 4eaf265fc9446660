/** Numbers and dates as a reader of a language writes them. Shares are rounded as in the report, so that both agree. */
import { type Locale, TAGS } from "./message.ts";

export interface Formats {
  /** About three significant digits, grouped: 112,345 · 43.7 · 0.021. */
  readonly number: (value: number) => string;
  /** A number with a fixed count of decimals. */
  readonly fixed: (value: number, decimals: number) => string;
  /** A probability in whole percent, without false precision: "<1%", "34%", ">99%". */
  readonly percent: (share: number) => string;
  /** An exact share, such as a lever's: 12.5%. */
  readonly exactPercent: (share: number) => string;
  /** An interval in whole percent, rounded outwards: "29–38%". */
  readonly percentInterval: (low: number, high: number) => string;
  /** A difference of shares in percentage points, with its sign and without the word: "+12". */
  readonly points: (difference: number) => string;
  /** 27 November 2023. */
  readonly day: (iso: string) => string;
  /** 27 Nov 2023. */
  readonly shortDay: (iso: string) => string;
  /** Nov 2023. */
  readonly month: (iso: string) => string;
  /** Nov, the name of a tick of a time axis. */
  readonly monthName: (time: number) => string;
}

const dayOf = (iso: string): Date => new Date(`${iso}T00:00:00Z`);

/** What a full date ends with: Ukrainian says "year". */
const YEAR_WORD: Readonly<Record<Locale, string>> = { en: "", uk: " року" };

/** Written this way where a number is not finite. */
const NONE = "–";

export function formatsFor(locale: Locale): Formats {
  const tag = TAGS[locale];
  const significant = new Intl.NumberFormat(tag, { maximumSignificantDigits: 3 });
  const whole = new Intl.NumberFormat(tag, { maximumFractionDigits: 0 });
  const percents = new Intl.NumberFormat(tag, { style: "percent", maximumFractionDigits: 0 });
  const exact = new Intl.NumberFormat(tag, { style: "percent", maximumFractionDigits: 1 });
  const signed = new Intl.NumberFormat(tag, { maximumFractionDigits: 0, signDisplay: "exceptZero" });
  const dated = (options: Intl.DateTimeFormatOptions, end = "") => {
    const written = new Intl.DateTimeFormat(tag, { ...options, timeZone: "UTC" });
    return (iso: string) => `${tidy(written.format(dayOf(iso)))}${end}`;
  };
  const monthNames = new Intl.DateTimeFormat(tag, { month: "short", timeZone: "UTC" });
  const percent = (share: number): string => {
    if (!Number.isFinite(share)) return NONE;
    if (share < 0.005) return `<${percents.format(0.01)}`;
    return share > 0.995 ? `>${percents.format(0.99)}` : percents.format(Math.round(share * 100) / 100);
  };
  return {
    number: (value) =>
      Number.isFinite(value) ? minus(Math.abs(value) >= 100 ? whole.format(value) : significant.format(value)) : NONE,
    fixed: (value, decimals) =>
      minus(
        new Intl.NumberFormat(tag, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value),
      ),
    percent,
    exactPercent: (share) => (Number.isFinite(share) ? minus(exact.format(share)) : NONE),
    percentInterval: (low, high) => {
      if (!Number.isFinite(low) || !Number.isFinite(high)) return NONE;
      // The small slack keeps 0.07 * 100 = 7.000000000000001 from becoming 8.
      const from = Math.max(0, Math.floor(low * 100 + 1e-9));
      const to = Math.min(100, Math.ceil(high * 100 - 1e-9));
      return `${whole.format(from)}–${percents.format(Math.abs(to) / 100)}`;
    },
    points: (difference) => (Number.isFinite(difference) ? minus(signed.format(Math.round(difference * 100))) : NONE),
    day: dated({ day: "numeric", month: "long", year: "numeric" }, YEAR_WORD[locale]),
    shortDay: dated({ day: "numeric", month: "short", year: "numeric" }),
    month: dated({ month: "short", year: "numeric" }),
    monthName: (time) => tidy(monthNames.format(new Date(time))).replace(/\.$/, ""),
  };
}

/** A true minus sign, in every language. */
const minus = (text: string): string => text.replace(/^-/, "\u2212");

/** Ukrainian dates end with the abbreviation of "year", which reads badly before a full stop. */
const tidy = (text: string): string => text.replace(/[\s\u202f\u00a0]р\.$/u, "").replace(/Sept/, "Sep");
