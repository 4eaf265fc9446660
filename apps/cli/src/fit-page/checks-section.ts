import type { CheckedStatistic, PredictiveCheck, StatisticName } from "@logjam/analysis";
import { formatDay } from "@logjam/figures";
import { markdownTable } from "../files/markdown.ts";

const share = (value: number): string => `${Math.round(100 * value)} %`;
const plain = (digits: number) => (value: number) => value.toFixed(digits).replace("-", "\u2212");

const SHOW: Readonly<Record<StatisticName, { readonly title: string; readonly text: (value: number) => string }>> = {
  within50: { title: "inside 50 %", text: share },
  within80: { title: "inside 80 %", text: share },
  within95: { title: "inside 95 %", text: share },
  autocorrelation: { title: "with the next", text: plain(2) },
  largest: { title: "largest", text: plain(1) },
};

/** Posterior predictive checks as a table, and in words where they fail. */
export function checksSection(model: string, checks: readonly PredictiveCheck[]): string {
  const rows = checks.map(({ title, kind, observed, statistics, largestOn }) => [
    `${title} (${observed} ${kind === "weekly" ? "weeks" : "quarters"})`,
    ...statistics.map((one) => cell(one)),
    formatDay(largestOn),
  ]);
  return `### Does ${model} pass its own checks?

By the model's law, each week's surprise (what was recorded less what the model expected, in units of the size that it states)
is independent of the others and follows Student's law with 4 degrees of freedom; quarterly means of aid follow a normal law.
The table shows how many surprises fell inside the law's central intervals, how a surprise goes with the next one (correlation),
and the largest in units of its size, each averaged over the particles. In brackets: the central 95 % of what the law itself gives
for as many weeks, by simulation. **Bold** is outside: a check that fails. By chance one in twenty would; and since the record was
used to fit as well as to check, a model passes more easily than it should.

${markdownTable(["series", ...checks[0]!.statistics.map(({ name }) => SHOW[name].title), "largest on"], rows)}

${failures(model, checks)}`;
}

function cell({ name, value, low, high, fails }: CheckedStatistic): string {
  const { text } = SHOW[name];
  const found = fails ? `**${text(value)}**` : text(value);
  return `${found} (${text(low)} to ${text(high)})`;
}

/** Where a model fails, and what that means for who uses it. */
function failures(model: string, checks: readonly PredictiveCheck[]): string {
  const items = checks.flatMap((check) => {
    const said = meaningOf(check);
    return said.length === 0 ? [] : [`- **${check.title}:** ${said.join("; ")}.`];
  });
  const count = checks.reduce((sum, { statistics }) => sum + statistics.length, 0);
  if (items.length === 0) return `${model} passes all ${count} checks.`;
  const failed = checks.flatMap(({ statistics }) => statistics.filter(({ fails }) => fails)).length;
  return `${model} fails ${failed} of ${count} checks:\n\n${items.join("\n")}`;
}

function meaningOf({ statistics, largestOn }: PredictiveCheck): string[] {
  const of = (name: StatisticName) => statistics.find((one) => one.name === name)!;
  const outside = (names: readonly StatisticName[], below: boolean) =>
    names.filter((name) => of(name).fails && of(name).value < of(name).low === below);
  const widths = (names: readonly StatisticName[]) =>
    names.map((name) => `${name.slice("within".length)} %`).join(" and ");
  const intervals = ["within50", "within80", "within95"] as const;
  const [narrow, wide] = [outside(intervals, true), outside(intervals, false)];
  const { autocorrelation, largest } = { autocorrelation: of("autocorrelation"), largest: of("largest") };
  return [
    ...(narrow.length > 0 ? [`too sure: its ${widths(narrow)} ranges hold too little`] : []),
    ...(wide.length > 0
      ? [`too unsure: its ${widths(wide)} ranges hold too much, so surprises are smaller than it states`]
      : []),
    ...(autocorrelation.fails
      ? [
          autocorrelation.value > autocorrelation.high
            ? "surprises come in runs: after one the next tends to have the same sign, so it learns too slowly or misses a cause"
            : "surprises alternate: after one the next tends to have the other sign, so it follows single weeks too far",
        ]
      : []),
    ...(largest.fails
      ? [
          largest.value > largest.high
            ? `the surprise of ${formatDay(largestOn)} is larger than its law knows`
            : "even its largest surprise is small: the law expects wilder weeks than came",
        ]
      : []),
  ];
}
