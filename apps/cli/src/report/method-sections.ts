import type { Answer, ParameterFit, Quantiles } from "@logjam/analysis";
import { formatDay, formatNumber, formatPercent, intervalStrips } from "@logjam/figures";
import { figureBlock, fullWidth } from "./figure-block.ts";
import { type Html, html, link } from "./html.ts";
import { failureText, lastDataDate, modelSource, parameterLabel, thousands } from "./look-up.ts";

/** The fit: how it was made, how good it is, and what the data moved. */
export function fitSection(answer: Answer): Html {
  const { fit } = answer;
  const shown = telling(answer);
  return html`<section aria-labelledby="fit"><h2 id="fit">The fit, honestly</h2>
<dl class="facts">
<dt>Method</dt><dd>${fit.method}</dd>
<dt>Data used</dt><dd>${formatDay(fit.from)} to ${formatDay(fit.to)}</dd>
<dt>Posterior</dt><dd>${thousands(fit.particles)} equally likely sets of parameters, ${thousands(fit.distinct)} of them distinct</dd>
<dt>Work</dt><dd>${thousands(fit.runs)} runs through the record in ${fit.stages} stages; at the worst of them ${formatPercent(fit.leastAccepted)} of the moves were accepted</dd>
</dl>
${fit.caveats.length > 0 && html`<ul>${fit.caveats.map((caveat) => html`<li>${caveat}</li>`)}</ul>`}
${
  fit.parameters.length > 0 &&
  figureBlock(
    (canvas) =>
      intervalStrips(
        shown.map(({ name, meaning, unit, prior, posterior, contraction }) => ({
          label: parameterLabel(name, meaning),
          unit,
          prior,
          posterior,
          contraction,
        })),
        {
          title: "What was assumed, and what the data made of it",
          ...(shown.length < fit.parameters.length
            ? {
                note: `Shown are the parameters that the verdicts hang on and those that the data moved most, ${shown.length} of ${fit.parameters.length}; the table has all.`,
              }
            : {}),
          unit: "Each row on its own scale, in the unit named; thin line 5–95 %, thick line 25–75 %, dot at the median",
          source: modelSource(answer),
          dataDate: lastDataDate(answer),
          description: `Prior and posterior of ${shown.length} of ${fit.parameters.length} parameters`,
        },
        canvas,
      ),
    fullWidth,
  )
}
${fit.parameters.length > 0 && parameterSources(answer)}
</section>
`;
}

const mostShown = 16;

/** The parameters that the verdicts hang on, and then those that the data moved most, in the model's order. */
function telling(answer: Answer): readonly ParameterFit[] {
  const drivers = new Set(answer.verdicts.flatMap((verdict) => verdict.drivers.slice(0, 3).map(({ name }) => name)));
  const ranked = [...answer.fit.parameters].sort(
    (a, b) => Number(drivers.has(b.name)) - Number(drivers.has(a.name)) || b.contraction - a.contraction,
  );
  const chosen = new Set(ranked.slice(0, mostShown).map(({ name }) => name));
  return answer.fit.parameters.filter(({ name }) => chosen.has(name));
}

function parameterSources(answer: Answer): Html {
  const { parameters } = answer.fit;
  const range = ({ p05, p50, p95 }: Quantiles) => `${formatNumber(p50)} (${formatNumber(p05)} to ${formatNumber(p95)})`;
  const tagged = parameters.some(({ source }) => /^\[[SCMJ]\]/.test(source));
  return html`<details><summary>All ${parameters.length} parameters, and where each prior comes from</summary>${tagged && html`<p class="caption">[S] read in a public source, [C] computed from a public data set, [M] remembered from the literature, [J] judgement.</p>`}<div class="scroll"><table><thead><tr><th scope="col">Parameter</th><th scope="col">Unit</th><th scope="col" class="number">Prior, median (5 to 95 %)</th><th scope="col" class="number">Posterior</th><th scope="col" class="number">Learnt</th><th scope="col">Source of the prior</th></tr></thead><tbody>${parameters.map(
    ({ name, meaning, unit, source, prior, posterior, contraction }) =>
      html`<tr><th scope="row">${parameterLabel(name, meaning)}<br><code>${name}</code></th><td>${unit === "1" ? "–" : unit}</td><td class="number">${range(prior)}</td><td class="number">${range(posterior)}</td><td class="number">${formatPercent(Math.max(0, contraction))}</td><td>${source}</td></tr>`,
  )}</tbody></table></div></details>`;
}

/** The firm limits of the model. */
export function boundarySection(): Html {
  return html`<section aria-labelledby="limits"><h2 id="limits">What this is not</h2><ul>
<li>No prophecy. Forecasts are distributions, conditional on a model and a policy; none of them is a date.</li>
<li>No proof of cause. A fitted coefficient is not claimed to be causal.</li>
<li>Nothing operational. Theatre-level sums of published, historical data: no unit positions, targets, routes or attack planning.</li>
<li>No behaviour of named persons, and no nuclear use.</li>
<li>No side taken in the equations: both sides follow the same ones.</li>
<li>No measure of human cost by its probabilities alone. Behind every number in the losses section are people.</li>
</ul></section>
`;
}

export function sourceSection(answer: Answer): Html {
  const dated = answer.sources.some(({ id }) => answer.dataDates[id] !== undefined);
  return html`<section aria-labelledby="sources"><h2 id="sources">Sources</h2>
<p>Article: ${answer.question.article.author}, ${link(answer.question.article.url, answer.question.article.title)}, ${formatDay(answer.question.article.date)}.</p>
<div class="scroll"><table><thead><tr><th scope="col">Source</th><th scope="col">Licence</th>${dated && html`<th scope="col">Last date used</th>`}</tr></thead><tbody>${answer.sources.map(
    ({ id, title, licence, url }) =>
      html`<tr><th scope="row">${link(url, title)}</th><td>${licence}</td>${dated && html`<td>${answer.dataDates[id] ? formatDay(answer.dataDates[id]) : "–"}</td>`}</tr>`,
  )}</tbody></table></div>
${dataDates(answer)}
</section>
`;
}

function dataDates(answer: Answer): Html | false {
  const known = new Set(answer.sources.map(({ id }) => id));
  const rest = Object.entries(answer.dataDates).filter(([series]) => !known.has(series));
  return (
    rest.length > 0 &&
    html`<p>Last observation that the fit saw: ${rest.map(([series, date], index) => html`${index > 0 && "; "}<code>${series}</code> ${formatDay(date)}`)}.</p>`
  );
}

/** The command that gives this answer again. */
export function reproduceCommand(answer: Answer): string {
  const file = /^[\w./-]+$/.test(answer.question.file)
    ? answer.question.file
    : `'${answer.question.file.replaceAll("'", "'\\''")}'`;
  return `npm run logjam -- ask ${file} --as-of ${answer.asOf} --particles ${answer.fit.particles} --members ${answer.members} --seed ${answer.seed}`;
}

export function reproduceSection(answer: Answer): Html {
  const { model } = answer;
  return html`<section aria-labelledby="again"><h2 id="again">Do it again</h2>
<p>The same question, data, model and seed give the same bytes.</p>
<pre><code>${reproduceCommand(answer)}</code></pre>
<dl class="facts">
<dt>Model</dt><dd>${model.name}${model.meaning !== "" && `: ${model.meaning}`} (${model.equations} equations)</dd>
<dt>Model hash</dt><dd><code>${model.hash}</code></dd>
<dt>Seed</dt><dd><code>${answer.seed}</code></dd>
<dt>Members</dt><dd>${thousands(answer.members)} per scenario. ${failureText(answer) || "None broke off."}</dd>
<dt>As-of date</dt><dd>${formatDay(answer.asOf)}</dd>
<dt>Horizon</dt><dd>${answer.horizonWeeks} weeks</dd>
<dt>Identity of this answer</dt><dd><code>${answer.identity}</code></dd>
</dl></section>
`;
}
