import { serverDocument } from "@logjam/figures/node";
import { describe, expect, it } from "vitest";
import { recordFixture } from "../backtest/record-fixture.ts";
import { answerFixture } from "./answer-fixture.ts";
import { headlineAnswer } from "./headline.ts";
import { reproduceCommand } from "./method-sections.ts";
import { renderReport } from "./render-report.ts";

const answer = answerFixture();
const record = recordFixture();
const report = renderReport(answer, record);
const parse = serverDocument;
const page = parse(report);

/** Tags that are opened and not closed, or closed and not opened, in their order; void elements close themselves. */
function unbalanced(markup: string): readonly string[] {
  const voids = new Set(["meta", "br"]);
  const open: string[] = [];
  const wrong: string[] = [];
  const body = markup.replace(/<style>[\s\S]*?<\/style>/g, "<style></style>").replace(/<!doctype html>/, "");
  for (const [, close, name = "", attributes = ""] of body.matchAll(/<(\/?)([a-zA-Z][\w-]*)((?:"[^"]*"|[^">])*)>/g)) {
    if (voids.has(name) || attributes.endsWith("/")) continue;
    if (close === "") open.push(name);
    else if (open.pop() !== name) wrong.push(`</${name}>`);
  }
  return [...wrong, ...open];
}

/** Every string of a plain value replaced; dates, names that tie parts together and fixed words stay. */
function replaceTexts(value: unknown, replace: (text: string) => string, key = ""): unknown {
  const kept = [
    "scenario",
    "outcome",
    "series",
    "id",
    "format",
    "verdict",
    "leaning",
    "kind",
    "holds",
    "direction",
    "favours",
    "threshold",
    "headlineClaim",
  ];
  if (typeof value === "string")
    return kept.includes(key) || /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : replace(value);
  if (Array.isArray(value)) return value.map((one) => replaceTexts(one, replace, key));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, replaceTexts(one, replace, name)]));
}

describe("the file", () => {
  it("is well formed", () => {
    expect(unbalanced(report)).toEqual([]);
    expect(unbalanced("<p><b>x</p>")).not.toEqual([]);
    const ids = Array.from(page.querySelectorAll("[id]"), ({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of report.matchAll(/aria-(?:labelledby|describedby)="([^"]+)"/g)) expect(ids).toContain(id);
    for (const [, id] of report.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(id);
  });

  it("needs no script and loads nothing", () => {
    expect(page.querySelectorAll("script, link, iframe, img, object, embed, video, audio, base").length).toBe(0);
    expect(report).not.toMatch(/\s(?:src|srcset|data|poster|xlink:href)="/);
    expect(report).not.toMatch(/url\((?!data:)|@import/);
    const addresses = new Set(Array.from(page.querySelectorAll("[href]"), (element) => element.localName));
    expect([...addresses]).toEqual(["a"]);
    expect(report).not.toMatch(/\son\w+="/);
  });

  it("is the same bytes for the same answer", () => {
    expect(renderReport(answerFixture(), recordFixture())).toBe(report);
    expect(report).not.toMatch(/NaN|undefined|\[object/);
    expect(renderReport(answerFixture({ members: 4001 }))).not.toBe(report);
  });

  it("stays under a megabyte", () => expect(report.length).toBeLessThan(1_000_000));

  it("escapes every text of the answer", () => {
    const nasty = `<img src=x onerror="alert(1)"> & '"</svg></style><script>`;
    const attacked = renderReport(replaceTexts(answer, () => nasty) as typeof answer);
    expect(parse(attacked).querySelectorAll("script, img").length).toBe(0);
    expect(attacked).not.toContain("<img");
    expect(attacked).not.toContain("<script");
    expect(attacked).toContain("&lt;img src=x");
    expect(unbalanced(attacked)).toEqual([]);
  });

  it("links to the web only", () => {
    const sources = [{ id: "s", title: "Bad", licence: "none", url: "javascript:alert(1)" }];
    expect(renderReport(answerFixture({ sources }))).not.toContain("javascript:");
  });
});

describe("what it says", () => {
  it("tells its story in order, without skipping a heading level", () => {
    expect(Array.from(page.querySelectorAll("h2"), ({ textContent }) => textContent)).toEqual([
      "How good have its forecasts been?",
      "The verdicts",
      "Claim by claim",
      "The line",
      "Losses",
      "Aid",
      "Outcomes over time",
      "The fit, honestly",
      "What this is not",
      "Sources",
      "Do it again",
    ]);
    const levels = Array.from(page.querySelectorAll("h1, h2, h3, h4"), ({ localName }) => Number(localName.slice(1)));
    expect(levels[0]).toBe(1);
    levels.slice(1).forEach((level, index) => {
      expect(level - (levels[index] ?? 1)).toBeLessThanOrEqual(1);
    });
    expect(levels.filter((level) => level === 1).length).toBe(1);
  });

  it("opens with the headline claim's verdict", () => {
    const { lead, count } = headlineAnswer(answer);
    expect(lead).toContain(answer.verdicts.find(({ id }) => id === "C9")?.reason);
    expect(page.querySelector(".lead")?.textContent).toBe(lead.replace(/(\d) %/g, "$1\u202f%"));
    expect(count).toContain("Of 5 claims, 1 is supported");
  });

  it("has a row and a card for every claim, with word, numbers, place and quote", () => {
    const rows = Array.from(page.querySelectorAll(".summary tbody tr"), ({ textContent }) => textContent ?? "");
    expect(rows.length).toBe(answer.verdicts.length);
    answer.verdicts.forEach((verdict, index) => {
      expect(rows[index]).toContain(verdict.verdict);
      const card = page.querySelector(`#claim-${verdict.id}`);
      for (const text of [verdict.title, verdict.point, verdict.place, verdict.reason, verdict.verdict]) {
        expect(card?.textContent).toContain(text.replace(/(\d) %/g, "$1\u202f%"));
      }
      expect(card?.querySelector("q")?.textContent ?? undefined).toBe(verdict.quote);
      const tests = verdict.propositions.filter(({ kind }) => kind !== "observed").length;
      expect(card?.querySelectorAll("figure").length).toBe(tests);
      expect(card?.querySelectorAll(".drivers tbody tr").length).toBe(Math.min(3, verdict.drivers.length));
    });
  });

  it("says when other thresholds change the answer", () => {
    expect(page.querySelector("#claim-C4 .sensitivity")?.textContent).toContain("The answer to this test changes");
    expect(page.querySelector("#claim-C4 .hangs")?.textContent).toContain("a third higher contradicted");
    expect(page.querySelectorAll(".summary small").length).toBe(1);
  });

  it("leads with the track record: its figure, where rules did better; or how to make it", () => {
    const section = page.querySelector("#track-record")?.parentElement;
    expect(section?.previousElementSibling?.localName).toBe("header");
    expect(section?.querySelectorAll("figure").length).toBe(1);
    expect(section?.textContent).toContain("Artillery claimed destroyed: four weeks ahead");
    const without = parse(renderReport(answer)).querySelector("#track-record")?.parentElement;
    expect(without?.textContent).toContain("npx logjam backtest");
    expect(without?.querySelectorAll("figure").length).toBe(0);
  });

  it("prints the rule, the parameters of both models, and what would change a verdict", () => {
    const card = page.querySelector("#claim-C4");
    expect(Array.from(card?.querySelectorAll(".rule li") ?? [], ({ textContent }) => textContent).length).toBe(2);
    expect(card?.textContent).toContain("In M0: Half-life of a technical edge (+0.04, may be chance).");
    expect(card?.textContent).toContain("What would change it");
    expect(page.querySelector("#claim-C9 .proposition + h4")?.textContent).toContain("(test 2, which decides)");
  });

  it("says which way assumptions lean", () => {
    expect(page.querySelector("#claim-C9")?.textContent).toContain("would make it supported");
  });

  it("gives every figure units, source line, data date and a label, in both layouts", () => {
    const figures = Array.from(page.querySelectorAll("svg.figure"));
    expect(figures.length).toBe(2 * page.querySelectorAll("figure").length);
    for (const figure of figures) {
      for (const role of ["title", "unit", "source", "date"]) {
        expect(figure.querySelector(`.figure-${role}`)?.textContent, role).toMatch(/\S/);
      }
      expect(figure.getAttribute("role")).toBe("img");
      expect(figure.getAttribute("aria-label")).toMatch(/Unit: .+Data (?:used )?to /);
    }
  });

  it("scopes every heading of a table", () => {
    for (const cell of page.querySelectorAll("th")) expect(cell.getAttribute("scope")).toMatch(/^(?:row|col)$/);
  });

  it("never stacks a sum on its parts", () => {
    const [us] = answer.observed.filter(({ series }) => series.startsWith("aid"));
    const total = { ...us!, series: "aid", title: "All donors together" };
    const renamed = answer.observed.map((one) => ({ ...one, series: one.series.replace("aid.", "aid-") }));
    const aid = parse(renderReport(answerFixture({ observed: [...renamed, total] }))).querySelector(".figure-aid-bars");
    expect(aid?.textContent).toContain("Germany");
    expect(aid?.textContent).not.toContain("All donors together");
  });

  it("prints how to get it again, with file names quoted for the shell", () => {
    expect(report).toContain(
      `ask claims/path-to-victory.yaml --as-of 2023-11-27 --particles 512 --members 4000 --seed 20231127`,
    );
    const question = { ...answer.question, file: "my claims/it's.yaml" };
    expect(reproduceCommand(answerFixture({ question }))).toContain(`'my claims/it'\\''s.yaml'`);
    for (const text of [answer.identity, answer.model.hash, answer.seed]) expect(report).toContain(text);
  });

  it("works without fans, series, probabilities and claims", () => {
    const bare = renderReport(
      answerFixture({ fans: [], observed: [], probabilities: [], verdicts: [], sources: [], dataDates: {} }),
    );
    expect(unbalanced(bare)).toEqual([]);
    expect(bare).not.toMatch(/NaN|undefined/);
  });
});
