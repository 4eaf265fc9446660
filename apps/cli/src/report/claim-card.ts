import { type Answer, holds as answerTo, type Driver, type PropositionResult, type Verdict } from "@logjam/analysis";
import { formatPercent, type ProbabilityRow, probabilityDots } from "@logjam/figures";
import { cardWidth, figureBlock } from "./figure-block.ts";
import { type Html, html } from "./html.ts";
import {
  isHindsight,
  lastDataDate,
  modelSource,
  outcomeTitle,
  parameterLabel,
  partLabels,
  scenarioTitle,
} from "./look-up.ts";
import {
  barText,
  changeText,
  holdsText,
  leaningText,
  resultText,
  thresholdText,
  verdictSentence,
  verdictWords,
} from "./words.ts";

/** A verdict as a badge: sign and word say it, colour only repeats it. */
export function badge(verdict: Verdict): Html {
  const { tone, sign, meaning } = verdictWords[verdict.verdict];
  return html`<span class="badge ${tone}" title="${meaning}"><span aria-hidden="true">${sign}</span> ${verdict.verdict}</span>`;
}

/** One claim: point, place, verdict, picture, reason, what it rests on, sensitivity, caveats. */
export function claimCard(answer: Answer, verdict: Verdict): Html {
  const { propositions, drivers, caveats } = verdict;
  return html`<article class="card" id="claim-${verdict.id}" aria-labelledby="title-${verdict.id}">
<header><h3 id="title-${verdict.id}"><span class="claim-id">${verdict.id}</span> ${verdict.title}</h3>${badge(verdict)}</header>
<p>${verdict.point}</p>
<p class="place">${verdict.place}${verdict.quote ? html`: <q>${verdict.quote}</q>` : ""}</p>
<p class="reason"><strong>${verdictSentence(verdict)}</strong> ${verdict.reason} ${leaningText(verdict)}${verdict.hangsOnThreshold && html` <span class="hangs">${thresholdText(verdict)}</span>`}</p>
${verdict.byModel.length > 1 && modelsLine(verdict)}
${propositions.map((proposition, index) => propositionBlock(answer, verdict, proposition, index))}
${drivers.length > 0 && driversBlock(verdict)}
${changeBlock(verdict)}
${verdict.rule.length > 0 && html`<details><summary>The rule that made this verdict</summary><ol class="rule">${verdict.rule.map((step) => html`<li>${step}</li>`)}</ol></details>`}
${caveats.length > 0 && html`<h4>What to keep in mind</h4><ul>${caveats.map((caveat) => html`<li>${caveat}</li>`)}</ul>`}
</article>
`;
}

/** What each model says by itself: no answer should hang on one structure. */
function modelsLine({ byModel }: Verdict): Html {
  const said = byModel.map(
    ({ model, verdict, leaning }) => `${model}: ${verdict}${leaning === undefined ? "" : ` (leaning to ${leaning})`}`,
  );
  return html`<p class="models">By model: ${said.join("; ")}.</p>`;
}

function propositionBlock(answer: Answer, verdict: Verdict, proposition: PropositionResult, index: number): Html {
  return html`<section class="proposition">
<h4>${verdict.propositions.length > 1 ? `Test ${index + 1}: ` : "Test: "}${proposition.sentence}</h4>
<p>Found: <strong>${resultText(proposition)}</strong>; asked for: ${barText(proposition)}. ${holdsText[proposition.holds]}</p>
${propositionFigure(answer, proposition)}
${sensitivity(proposition)}
</section>`;
}

/** The picture of a proposition; a ratio of the record is one exact number, which needs none. */
function propositionFigure(answer: Answer, proposition: PropositionResult): Html | false {
  if (proposition.kind === "observed") return false;
  const rows = dotRows(answer, proposition);
  const fitted = proposition.kind === "parameter";
  return figureBlock(
    (canvas) =>
      probabilityDots(
        rows,
        {
          title: fitted ? "How much of the fit agrees" : figureTitle(answer, proposition),
          unit: fitted
            ? "Share of the fitted parameter values"
            : "Probability, share of model runs in which it happens",
          source: modelSource(answer),
          dataDate: lastDataDate(answer),
          description: `${proposition.sentence} Found ${resultText(proposition)}, asked for ${barText(proposition)}`,
        },
        canvas,
      ),
    cardWidth,
  );
}

function figureTitle(answer: Answer, { parts }: PropositionResult): string {
  const outcomes = [...new Set(parts.map(({ outcome }) => outcomeTitle(answer, outcome)))];
  const scenarios = [...new Set(parts.map(({ scenario }) => scenarioTitle(answer, scenario)))];
  const weeks = [...new Set(parts.map(({ byWeek }) => byWeek))];
  const by = weeks.length === 1 ? ` within ${weeks[0]} weeks` : "";
  if (outcomes.length === 1) return `${outcomes[0]}${by}`;
  return scenarios.length === 1 ? `What "${scenarios[0]}" leads to${by}` : `How likely is each outcome${by}?`;
}

function dotRows(answer: Answer, proposition: PropositionResult): readonly ProbabilityRow[] {
  const { parts, kind, bar, value, low, high } = proposition;
  if (kind === "parameter") return [{ label: "Share of the fit", value, low, high, kind: "probability", bar }];
  const labels = partLabels(answer, parts);
  const rows = parts.map(
    (part, index): ProbabilityRow => ({
      label: labels[index] ?? part.scenario,
      value: part.value,
      low: part.low,
      high: part.high,
      kind: "probability",
      hindsight: isHindsight(answer, part.scenario),
      ...(kind === "probability" ? { bar } : {}),
    }),
  );
  return kind === "contrast" ? [...rows, { label: "Difference", value, low, high, kind, bar }] : rows;
}

function sensitivity({ kind, holds, sensitivity: variants, bar, direction }: PropositionResult): Html | false {
  if (variants.length === 0) return false;
  const same = variants.every((variant) => answerTo(variant, bar, direction) === holds);
  return html`<p class="sensitivity"><strong>If the outcome were defined differently:</strong> ${variants.map(
    (variant, index) =>
      html`${index > 0 && "; "}with its thresholds a third ${variant.threshold === "-33 %" ? "lower" : "higher"}, ${resultText({ kind, ...variant })}`,
  )}. ${same ? "The answer to this test stays the same." : "The answer to this test changes: it hangs on where the line is drawn."}</p>`;
}

/** The parameters that matter most to the deciding test, and those of the other models. */
function driversBlock({ drivers, deciding, propositions, byModel }: Verdict): Html {
  const others = byModel.slice(0, -1).filter((one) => (one.drivers ?? []).length > 0);
  const test = propositions.length > 1 && deciding !== undefined ? ` (test ${deciding + 1}, which decides)` : "";
  return html`<h4>What it rests on most${test}</h4><table class="drivers"><thead><tr><th scope="col">Parameter</th><th scope="col" class="number">Rank<br>correlation</th><th scope="col" class="number">Learnt<br>from data</th></tr></thead><tbody>${drivers.map(
    (driver) =>
      html`<tr><th scope="row">${parameterLabel(driver.name, driver.meaning)}${driver.clear === false && " (may be chance)"}<br><code>${driver.name}</code></th><td class="number">${correlation(driver.rankCorrelation)}</td><td class="number">${formatPercent(Math.max(0, driver.contraction))}</td></tr>`,
  )}</tbody></table>${others.map(({ model, drivers: own = [] }) => html`<p class="models">In ${model}: ${own.map(driverText).join("; ")}.</p>`)}`;
}

const driverText = ({ name, meaning, rankCorrelation, clear }: Driver): string =>
  `${parameterLabel(name, meaning)} (${correlation(rankCorrelation)}${clear === false ? ", may be chance" : ""})`;

function changeBlock(verdict: Verdict): Html | false {
  const text = changeText(verdict);
  return text !== "" && html`<h4>What would change it</h4><p>${text}</p>`;
}

function correlation(value: number): string {
  return `${value < 0 ? "\u2212" : "+"}${Math.abs(value).toFixed(2)}`;
}

/** The table at the top: every claim with its verdict and its numbers. */
export function summaryTable(answer: Answer): Html {
  return html`<p class="caption" id="caption-verdicts">With 95 % Monte Carlo intervals: they say how many runs were made, not how good the model is.</p>
<div class="scroll"><table class="summary" aria-labelledby="verdicts" aria-describedby="caption-verdicts"><thead><tr><th scope="col">Claim</th><th scope="col">Verdict</th><th scope="col">Found</th><th scope="col">Asked for</th></tr></thead><tbody>${answer.verdicts.map(
    (verdict) =>
      html`<tr><th scope="row"><a href="#claim-${verdict.id}">${verdict.id}</a> ${verdict.title}</th><td>${badge(verdict)}${verdict.hangsOnThreshold && html`<br><small>hangs on the threshold</small>`}</td>${summaryCell(verdict, resultText)}${summaryCell(verdict, barText)}</tr>`,
  )}</tbody></table></div>`;
}

function summaryCell({ propositions }: Verdict, say: (proposition: PropositionResult) => string): Html {
  if (propositions.length === 0) return html`<td class="none">–</td>`;
  return html`<td>${propositions.map((one) => html`<div>${say(one)}</div>`)}</td>`;
}
