import type { Answer } from "@logjam/analysis";
import { formatDay, typeset } from "@logjam/figures";
import type { TrackRecord } from "../backtest/record-words.ts";
import { claimCard, summaryTable } from "./claim-card.ts";
import { headlineAnswer } from "./headline.ts";
import { type Html, html, link, trusted } from "./html.ts";
import { lineSections } from "./line-sections.ts";
import { thousands, weeksAfter } from "./look-up.ts";
import { boundarySection, fitSection, reproduceSection, sourceSection } from "./method-sections.ts";
import { outcomeSection } from "./outcome-section.ts";
import { styleSheet } from "./style-sheet.ts";
import { trackSection } from "./track-section.ts";

/**
 * The answer as one HTML file that needs nothing else: no script, no request, figures inline. A pure function: the same
 * answer and the same track record give the same bytes. Without a record it says how to make one.
 */
export function renderReport(answer: Answer, record?: TrackRecord): string {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="color-scheme" content="light dark"/>
<meta name="generator" content="Logjam"/>
<title>${answer.question.title} · Logjam</title>
<style>${trusted(styleSheet())}</style>
</head>
<body>
<main>
${opening(answer)}
${trackSection(record)}
<section aria-labelledby="verdicts"><h2 id="verdicts">The verdicts</h2>
${summaryTable(answer)}
</section>
<section aria-labelledby="claims"><h2 id="claims">Claim by claim</h2>
${answer.verdicts.map((verdict) => claimCard(answer, verdict))}
</section>
${lineSections(answer)}
${outcomeSection(answer)}
${fitSection(answer)}
${boundarySection()}
${sourceSection(answer)}
${reproduceSection(answer)}
</main>
</body>
</html>
`;
  // The style sheet stands apart: its font is data, in which no letter may change.
  const [head, body] = [
    page.markup.slice(0, page.markup.indexOf("<body>")),
    page.markup.slice(page.markup.indexOf("<body>")),
  ];
  return head + typeset(body);
}

function opening(answer: Answer): Html {
  const { article, title, headline } = answer.question;
  const { lead, evidence, count } = headlineAnswer(answer);
  return html`<header class="opening">
<p class="kicker">Logjam · ${title}</p>
<h1>${headline}</h1>
<p class="lead">${lead}</p>
${evidence !== "" && html`<p>${evidence}</p>`}
<p class="count">${count}</p>
<p class="byline">The claims are those of ${article.author}, ${link(article.url, article.title)} (${formatDay(article.date)}), in our words. Seen from ${formatDay(answer.asOf)}, looking ${answer.horizonWeeks} weeks ahead, to ${formatDay(weeksAfter(answer.asOf, answer.horizonWeeks))}; ${thousands(answer.members)} runs of model ${answer.model.name} per policy, seed ${answer.seed}.</p>
</header>
`;
}
