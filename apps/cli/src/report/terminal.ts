import type { Answer, PropositionResult, Verdict, VerdictWord } from "@logjam/analysis";
import { formatDay } from "@logjam/figures";
import { headlineAnswer } from "./headline.ts";
import { failureText, lastDataDate, partLabels, thousands } from "./look-up.ts";
import { barText, leaningText, resultText, thresholdText, verdictWords } from "./words.ts";

export interface TableOptions {
  /** Columns of the terminal; between 60 and 120 are used. */
  readonly width: number;
  /** True only where the output is a terminal that shows colours. */
  readonly colour: boolean;
}

type Ink = "yes" | "no" | "open" | "out" | "strong" | "dim";

const codes: Readonly<Record<Ink, string>> = { yes: "32", no: "31", open: "33", out: "90", strong: "1", dim: "2" };

/** The answer as plain text: headline, one row per claim with its verdict, numbers and scenarios, and what it was computed from. */
export function renderTable(answer: Answer, options: TableOptions): string {
  const width = Math.min(120, Math.max(60, Math.floor(options.width)));
  const paint = (text: string, ink: Ink): string => (options.colour ? `\u001b[${codes[ink]}m${text}\u001b[0m` : text);
  const { lead, evidence, count } = headlineAnswer(answer);
  const lines = [
    ...wrap(answer.question.headline, width).map((line) => paint(line, "strong")),
    "",
    ...wrap(lead, width),
    ...wrap(evidence, width),
    ...wrap(count, width),
    "",
    ...claimRows(answer, width, paint),
    ...wrap(facts(answer), width).map((line) => paint(line, "dim")),
  ];
  return `${lines.map((line) => line.trimEnd()).join("\n")}\n`;
}

type Paint = (text: string, ink: Ink) => string;

function claimRows(answer: Answer, width: number, paint: Paint): string[] {
  const idWidth = Math.max(5, ...answer.verdicts.map(({ id }) => id.length)) + 2;
  const wordWidth = Math.max(7, ...answer.verdicts.map(({ verdict }) => verdict.length + 2)) + 2;
  const titleWidth = width - idWidth - wordWidth;
  const rule = paint("─".repeat(width), "dim");
  const head = paint(
    `${"Claim".padEnd(idWidth)}${"Verdict".padEnd(wordWidth)}What was tested, and what was found`,
    "dim",
  );
  const rows = answer.verdicts.flatMap((verdict) => {
    const cells = [
      ...wrap(verdict.title, titleWidth).map((line) => paint(line, "strong")),
      ...verdict.propositions.flatMap((one) => propositionLines(answer, one, titleWidth, paint)),
      ...(verdict.propositions.length === 0 ? wrap(verdict.reason, titleWidth) : []),
      ...wrap(leaningText(verdict), titleWidth),
      ...wrap(thresholdText(verdict), titleWidth),
    ];
    return [...cells.map((cell, index) => rowStart(verdict, index, idWidth, wordWidth, paint) + cell), rule];
  });
  return [head, rule, ...rows];
}

function rowStart(verdict: Verdict, index: number, idWidth: number, wordWidth: number, paint: Paint): string {
  if (index > 0) return " ".repeat(idWidth + wordWidth);
  return (
    verdict.id.padEnd(idWidth) +
    paint(`${verdictWords[verdict.verdict].sign} ${verdict.verdict}`.padEnd(wordWidth), ink(verdict.verdict))
  );
}

function ink(word: VerdictWord): Ink {
  return verdictWords[word].tone;
}

function propositionLines(answer: Answer, one: PropositionResult, width: number, paint: Paint): string[] {
  const mark = { yes: "✓", no: "×", undecided: "≈" }[one.holds];
  const result = wrap(`${mark} ${resultText(one)}, asked for ${barText(one)}`, width - 2);
  const single = one.parts.length === 1;
  const labels = partLabels(answer, one.parts);
  const parts = one.parts.map((part, index) => ({
    label: labels[index] ?? part.scenario,
    number: resultText({ kind: "probability", value: part.value, low: part.low, high: part.high }),
  }));
  const labelWidth = Math.min(Math.max(0, ...parts.map(({ label }) => label.length)), Math.max(16, width - 24));
  return [
    ...wrap(one.sentence, width),
    ...result.map(
      (line, index) => `${index === 0 ? "  " : "    "}${paint(line, one.holds === "undecided" ? "open" : one.holds)}`,
    ),
    ...(single
      ? []
      : parts.map(({ label, number }) => `    ${shorten(label, labelWidth).padEnd(labelWidth)}  ${number}`)),
  ];
}

function facts(answer: Answer): string {
  const { fit, model } = answer;
  return (
    `As of ${formatDay(answer.asOf)}, data to ${formatDay(lastDataDate(answer))}, ${answer.horizonWeeks} weeks ahead. ` +
    `Model ${model.name} (${model.equations} equations), ${thousands(answer.members)} members per scenario, seed ${answer.seed}. ` +
    `Fit: ${thousands(fit.particles)} sets of parameters, ${thousands(fit.distinct)} of them distinct. ` +
    `${failureText(answer)} ` +
    `Intervals are 95 % Monte Carlo intervals. Answer ${answer.identity.slice(0, 12)}.`
  );
}

function shorten(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1)}…`;
}

/** Breaks a text at spaces into lines of at most `width` characters; longer words are cut. Narrow no-break spaces hold. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/[ \n\t]+/).filter((part) => part !== "")) {
    let rest = word;
    if (line !== "" && line.length + 1 + rest.length <= width) {
      line += ` ${rest}`;
      continue;
    }
    if (line !== "") lines.push(line);
    while (rest.length > width) {
      lines.push(rest.slice(0, width));
      rest = rest.slice(width);
    }
    line = rest;
  }
  return line === "" ? lines : [...lines, line];
}
