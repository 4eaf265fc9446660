import { readFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import { parseClaims } from "@logjam/analysis";
import { loadEvidence } from "@logjam/evidence";
import { serverDocument } from "@logjam/figures/node";
import { m1, m2 } from "@logjam/model";
import { beforeAll, describe, expect, it } from "vitest";
import { recordFor, START } from "../ask/record.ts";
import { readScenarios } from "../files/scenarios.ts";
import { type BookRequest, buildBook } from "./build-book.ts";
import { MOST_NODES } from "./diagram-parts.ts";

const home = fileURLToPath(new URL("../../../..", import.meta.url));
const claimFile = `${home}claims/path-to-victory.yaml`;
const models = [m1, m2];

let request: BookRequest;
let files: Readonly<Record<string, string>>;
let pages: readonly (readonly [path: string, markup: string])[];

beforeAll(async () => {
  const claims = parseClaims("claims", readFileSync(claimFile, "utf8")).value;
  const { records } = recordFor(loadEvidence(`${home}data`), claims.asOf, 20);
  request = {
    models: [
      { model: m1, record: records.m1 },
      { model: m2, record: records.m2 },
    ],
    claims,
    scenarios: await readScenarios(`${home}scenarios`),
    start: START,
    knownWeeks: 51,
    steps: 70,
    members: 20,
    seed: 3n,
  };
  files = buildBook(request);
  pages = Object.entries(files).filter(([path]) => path.endsWith(".html"));
}, 60_000);

/** Tags opened and not closed, or closed and not opened. */
function unbalanced(markup: string): readonly string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  for (const [, close, name = "", attributes = ""] of markup
    .replace("<!doctype html>", "")
    .matchAll(/<(\/?)([a-zA-Z][\w-]*)((?:"[^"]*"|[^">])*)>/g)) {
    if (attributes.endsWith("/")) continue;
    if (close === "") open.push(name);
    else if (open.pop() !== name) wrong.push(`</${name}>`);
  }
  return [...wrong, ...open];
}

const addresses = (markup: string) =>
  Array.from(markup.matchAll(/\s(?:href|src)="([^"]*)"/g), ([, address]) => address!);
const anchors = (markup: string) => Array.from(markup.matchAll(/\sid="([^"]*)"/g), ([, id]) => id!);

/** Addresses of a page that lead nowhere. */
function broken(path: string, markup: string, all: Readonly<Record<string, string>>): readonly string[] {
  return addresses(markup)
    .filter((address) => !/^https?:/.test(address))
    .filter((address) => {
      const [file = "", anchor] = address.split("#");
      const target = all[file === "" ? path : posix.join(posix.dirname(path), file)];
      return target === undefined || (anchor !== undefined && !anchors(target).includes(anchor));
    });
}

describe("the book", () => {
  it("has a page for every quantity of every model", () => {
    for (const model of models)
      for (const { name } of model.quantities)
        expect(files, name).toHaveProperty([`${model.name.toLowerCase()}/${name}.html`]);
    const folded = Object.keys(files).map((path) => path.toLowerCase());
    expect(new Set(folded).size).toBe(folded.length);
  });

  it("tells of every quantity its meaning, its unit, and its formula or what it was given", () => {
    for (const model of models)
      for (const { name, value } of model.quantities) {
        const markup = files[`${model.name.toLowerCase()}/${name}.html`]!;
        const page = serverDocument(markup);
        expect(page.querySelector("#meaning")?.textContent?.length, name).toBeGreaterThan(3);
        const facts = Array.from(page.querySelectorAll(".facts dt"), (dt) => dt.textContent);
        expect(facts, name).toContain("Unit");
        const { kind } = value.definition;
        if (kind === "parameter") {
          expect(page.querySelector("#prior ~ figure .density, section .density"), name).not.toBeNull();
          expect(facts, name).toContain("Source");
        } else if (kind === "constant" || kind === "lever") {
          expect(page.querySelector("#value"), name).not.toBeNull();
        } else if (kind === "series" || kind === "noise") {
          expect(page.querySelector("#typical"), name).not.toBeNull();
        } else {
          const started = kind === "stock" && page.querySelector("#value");
          expect(page.querySelectorAll("math").length, name).toBeGreaterThan(started ? 0 : kind === "stock" ? 1 : 0);
          expect(page.querySelectorAll("#typical ~ figure .middle").length, name).toBeGreaterThan(0);
        }
      }
  });

  it("shows as many panels as a quantity has elements", () => {
    const page = serverDocument(files["m2/front.obstacles.html"]!);
    expect(page.querySelectorAll(".panels .middle").length).toBe(16);
  });

  it("says of a judgement that it is one", () => {
    for (const { name, value } of m2.quantities.filter((one) => one.value.source?.includes("[J]"))) {
      expect(files[`m2/${name}.html`], name).toContain('<span class="badge open">Judgement</span>');
      expect(value.source).toBeDefined();
    }
    expect(files["m1/front.frontage.html"]).not.toContain("badge open");
  });

  it("leads nowhere that is not there", () => {
    for (const [path, markup] of pages) expect(broken(path, markup, files), path).toEqual([]);
    expect(broken("m1/x.html", '<a href="nowhere.html">x</a><a href="#gone">y</a>', files)).toHaveLength(2);
  });

  it("can be reached from its front page, every page of it", () => {
    const seen = new Set(["index.html"]);
    for (const path of seen)
      for (const address of addresses(files[path]!).filter((one) => !/^(https?:|#)/.test(one))) {
        const target = posix.join(posix.dirname(path), address.replace(/#.*/, ""));
        if (target.endsWith(".html")) seen.add(target);
      }
    expect(pages.map(([path]) => path).filter((path) => !seen.has(path))).toEqual([]);
  });

  it("is well formed, with every id once a page", () => {
    for (const [path, markup] of pages) {
      expect(unbalanced(markup), path).toEqual([]);
      expect(new Set(anchors(markup)).size, path).toBe(anchors(markup).length);
      expect(markup, path).not.toMatch(/NaN|undefined|\[object|Infinity/);
    }
    expect(unbalanced("<p><b>x</p>")).not.toEqual([]);
  });

  it("asks for nothing but itself: no script, and no address outside but the article's", () => {
    for (const [path, markup] of pages) {
      expect(markup, path).not.toMatch(/<(?:script|iframe|img|object|embed)|\son\w+="|url\((?!#)/);
      for (const address of addresses(markup).filter((one) => /^[a-z]+:/.test(one)))
        expect(address).toBe(request.claims?.article.url);
    }
    expect(files["book.css"]).not.toMatch(/url\((?!data:)|@import/);
  });

  it("has a picture of every quantity of a subject, each small enough to be read", () => {
    for (const model of models)
      for (const subject of new Set(model.quantities.map((one) => one.subject))) {
        const folder = model.name.toLowerCase();
        const page = serverDocument(files[`${folder}/${subject}.html`]!);
        const shown = new Set(Array.from(page.querySelectorAll(".diagram .node"), (one) => one.getAttribute("href")));
        for (const { name, owner } of model.quantities.filter((one) => one.subject === subject))
          if (!owner) expect(shown, name).toContain(`${name}.html`);
        for (const one of page.querySelectorAll(".diagram"))
          expect(one.querySelectorAll(".node").length).toBeLessThanOrEqual(MOST_NODES);
      }
  });

  it("indexes by claim what each claim asks", () => {
    const page = serverDocument(files["claims.html"]!);
    for (const { id } of request.claims!.claims) expect(page.getElementById(id), id).not.toBeNull();
    const links = Array.from(page.getElementById("C9")!.querySelectorAll("a"), (one) => one.getAttribute("href"));
    for (const target of ["m1/outcomes.brokenForUkraine.html", "m2/recipe.recipe.html", "m2/coalition.winWeight.html"])
      expect(links).toContain(target);
    expect(files["m2/outcomes.brokenForUkraine.html"]).toContain("../claims.html#C9");
  });

  it("is the same bytes for the same input", () => {
    const alone = { ...request, models: request.models.slice(0, 1) };
    expect(buildBook(alone)).toEqual(buildBook(alone));
    expect(buildBook({ ...alone, seed: 4n })["m1/front.area.html"]).not.toBe(buildBook(alone)["m1/front.area.html"]);
  });

  it("escapes what authors write", () =>
    expect(files["claims.html"]).toContain("The West steers by &quot;not lose&quot;"));
});
