import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decodePosterior, type Posterior } from "@logjam/inference";
import { m1Study, m2Study } from "@logjam/model";
import { parquetReadObjects } from "hyparquet";
import type { Browser, Download, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type StaticServer, serveFolder } from "../../apps/cli/src/serve/static-server.ts";
import { withoutGaps } from "../../apps/web/src/engine/gaps.ts";
import { runOutputs } from "../../apps/web/src/why/inspect/run-outputs.ts";
import { indexWhy } from "../../apps/web/src/why/why-model.ts";
import { chromiumThere } from "../../packages/kernel/src/browser/browsers.ts";
import { openChromium, openPage, type Watched } from "./chromium.ts";
import { servedSite } from "./site.ts";

/** A posterior with its parameters in another order: the test runner gives modules' exports in the order of their text. */
function inOrderOf(names: readonly string[], posterior: Posterior): Posterior {
  const { particles, parameters, codes } = posterior;
  const rows = names.map((name) => parameters.indexOf(name));
  return {
    ...posterior,
    parameters: names,
    codes: Uint16Array.from(
      { length: codes.length },
      (_, i) => codes[rows[Math.floor(i / particles)]! * particles + (i % particles)]!,
    ),
  };
}

/** The map, "why?", what can be taken away, embedded figures, track record and evidence, on the site as it is built. */
describe.skipIf(!chromiumThere())("a visitor of the map and the pages", () => {
  let site: StaticServer;
  let browser: Browser;
  let visit: Watched;
  let page: Page;

  beforeAll(async () => {
    [site, browser] = await Promise.all([servedSite(), openChromium()]);
    visit = await openPage(browser, `${site.address}#v=1&asof=2023-11-27&view=map`, { acceptDownloads: true });
    ({ page } = visit);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  const setting = (name: string) => new URLSearchParams(new URL(page.url()).hash.slice(1)).get(name);
  const saved = async (press: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> => {
    const waiting = page.waitForEvent("download");
    await press();
    const download: Download = await waiting;
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  };
  const json = async (path: string) => (await fetch(new URL(path, site.address))).json();
  const worldOf = async () => json((await json("data/files.json")).world);
  /** The shortest way from a quantity down to one of its causes, without the first. */
  const wayDown = async (model: string, from: string, to: string): Promise<string[]> => {
    const why = indexWhy(await json((await worldOf()).parts[`quantities-${model}`]));
    const before = new Map([[from, ""]]);
    for (const name of before.keys())
      for (const cause of why.causes.get(name) ?? []) if (!before.has(cause)) before.set(cause, name);
    const path: string[] = [];
    for (let name = to; name !== from; name = before.get(name)!) path.unshift(name);
    return path;
  };
  const picture = () => page.locator(".map-canvas canvas").evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());

  it("scrubs the map through the record into the forecast, by keyboard", async () => {
    await page.locator(".map-canvas canvas").waitFor();
    const scrubber = page.locator(".map-scrubber input");
    const title = page.locator('[data-figure="map"] h3');
    await scrubber.press("Home");
    expect(await title.textContent()).toBe("Ground that Russia held on 4 April 2022");
    const first = await picture();
    await scrubber.press("PageUp");
    expect(await title.textContent()).not.toContain("April 2022");
    expect(await picture()).not.toBe(first);
    await scrubber.press("End");
    await expect.poll(() => title.textContent()).toMatch(/^Ground that may change hands by /);
    expect(await page.locator(".map-legend").textContent()).toMatch(/Data:.*Model:.*No axis, town or river enters/s);
    expect(await scrubber.getAttribute("aria-valuetext")).toMatch(/: forecast$/);
    expect(setting("by")).toBe(setting("horizon"));
  });

  it("chooses sectors by keyboard and by a click on the map", async () => {
    const zaporizhzhia = page.getByRole("button", { name: "Zaporizhzhia", exact: true });
    await zaporizhzhia.focus();
    await page.keyboard.press("Enter");
    expect(await zaporizhzhia.getAttribute("aria-pressed")).toBe("true");
    await page.locator('[data-figure="sector-zaporizhzhia"] svg.fan').waitFor();
    await expect.poll(() => setting("focus")).toBe("zaporizhzhia");
    const canvas = page.locator(".map-canvas canvas");
    const box = (await canvas.boundingBox())!;
    // Just right of the middle, above it: Kharkiv oblast.
    await canvas.click({ position: { x: box.width * 0.66, y: box.height * 0.27 } });
    await expect.poll(() => setting("focus")).toBe("kharkiv");
    expect(await zaporizhzhia.getAttribute("aria-pressed")).toBe("false");
  });

  it("saves the map as SVG and PNG, with its source", async () => {
    const actions = page.locator('[data-figure="map"] .figure-actions');
    const svg = await saved(() => actions.getByRole("button", { name: "Save as SVG" }).click());
    expect(svg.name).toMatch(/^logjam-map-2023-11-27-.*\.svg$/);
    const text = svg.bytes.toString("utf8");
    expect(text).toContain("Source: DeepState");
    expect(text).toContain("asof=2023-11-27");
    const faults = await page.evaluate(
      (source) => new DOMParser().parseFromString(source, "image/svg+xml").querySelectorAll("parsererror").length,
      text,
    );
    expect(faults).toBe(0);
    const png = await saved(() => actions.getByRole("button", { name: "Save as PNG" }).click());
    expect([...png.bytes.subarray(1, 4)]).toEqual([...Buffer.from("PNG")]);
    expect(png.bytes.readUInt32BE(16)).toBe(2 * Number(/width="(\d+)"/.exec(text)![1]));
  });

  it("saves a chart of the page as SVG that looks as it did there, and its table as CSV", async () => {
    await page.getByRole("button", { name: "Charts" }).click();
    const figure = page.locator('[data-figure="area"]');
    await figure.locator("svg.fan").waitFor();
    const svg = (await saved(() => figure.getByRole("button", { name: "Save as SVG" }).click())).bytes.toString("utf8");
    // Colours of style sheets stand on the elements, and the buttons stay behind.
    expect(svg).toMatch(/<path d="M[^"]+"[^>]*fill="rgb\(/);
    expect(svg).toContain("Source: DeepState; Logjam M2");
    expect(svg).not.toContain("Why?");
    const csv = await saved(() => figure.getByRole("button", { name: "CSV" }).click());
    const lines = csv.bytes.toString("utf8").trimEnd().split("\r\n");
    const columns = lines[0]!.split(",").length;
    expect(columns).toBeGreaterThan(6);
    expect(lines.length).toBeGreaterThan(100);
    expect(lines.every((line) => line.split(",").length === columns)).toBe(true);
  });

  it("asks why, and comes down to a row of the evidence; back goes back, Escape closes", async () => {
    const opener = page.locator('[data-figure="area"]').getByRole("button", { name: /^Why/ });
    await opener.click();
    const drawer = page.getByRole("dialog", { name: "Why is it so?" });
    await drawer.locator("svg.trajectory:not(.spark)").waitFor({ timeout: 30_000 });
    expect(await drawer.locator("h2").textContent()).toBe("Area held");
    expect(await drawer.locator("math").count()).toBeGreaterThan(0);
    // By whatever way the model has: from the area down to what was observed of it.
    const path = await wayDown("M2", "outcomes.areaHeld", "history.observedChange");
    expect(path.length).toBeGreaterThan(2);
    for (const name of path) {
      await drawer.locator(`.neighbour[data-quantity="${name}"]`).focus();
      await page.keyboard.press("Enter");
      await expect.poll(() => drawer.locator(".why-facts code").first().textContent()).toBe(name);
    }
    const last = await drawer.locator("h2").textContent();
    expect(last).toMatch(/^Observed change: /);
    const row = drawer.locator(".evidence-rows tbody tr").first();
    expect(await row.locator("th").textContent()).toBe("2023-11-27");
    expect(await row.locator("code").textContent()).toMatch(/^deepstate-archive\/\d+\.geojson/);
    expect(await drawer.locator(".why-licences").textContent()).toContain("non-commercial");
    // Its course under the present levers, and the neighbours' too.
    await drawer.locator("svg.trajectory:not(.spark)").waitFor({ timeout: 30_000 });
    await page.goBack();
    await expect.poll(() => drawer.locator(".why-facts code").first().textContent()).toBe(path.at(-2));
    await page.keyboard.press("Escape");
    await drawer.waitFor({ state: "detached" });
  });

  it("shows a parameter before and after the data", async () => {
    const prior = await openPage(
      browser,
      `${site.address}#v=1&asof=2023-11-27&model=M1&view=why&focus=outcomes.areaHeld`,
    );
    const drawer = prior.page.getByRole("dialog");
    const target = m1Study.model.parameters[0]!;
    await prior.page.evaluate((focus) => {
      location.hash = location.hash.replace(/focus=[^&]*/, `focus=${encodeURIComponent(focus)}`);
    }, target.name);
    await drawer.locator(".parameter-strip").waitFor({ timeout: 30_000 });
    expect(await drawer.locator(".parameter-strip dl").textContent()).toMatch(
      /Before the data.*90%.*After the data.*90%/s,
    );
    expect(prior.faults).toEqual([]);
    await prior.page.context().close();
  });

  it("saves the run as Parquet: the bits that Node computes from the site's own files", async () => {
    await page.getByRole("radio", { name: "M1" }).check();
    await page.getByRole("button", { name: "The answer", exact: true }).click();
    const run = await saved(() => page.getByRole("button", { name: "Save the run as Parquet" }).click());
    const rows = await parquetReadObjects({
      file: run.bytes.buffer.slice(run.bytes.byteOffset, run.bytes.byteOffset + run.bytes.length) as ArrayBuffer,
    });
    const horizon = Number(setting("horizon"));
    expect(rows).toHaveLength(1024 * (horizon + 1));
    const world = await worldOf();
    const date = world.dates.find((one: { date: string }) => one.date === "2023-11-27");
    const scenario = world.scenarios.find(({ id }: { id: string }) => id === setting("scenario"));
    const outputs = runOutputs({
      study: m1Study,
      vocabulary: [m1Study, m2Study],
      record: withoutGaps(await json(date.record)).records.M1,
      posterior: inOrderOf(
        m1Study.model.parameters.map(({ name }) => name),
        decodePosterior(new Uint8Array(await (await fetch(new URL(date.posterior.M1, site.address))).arrayBuffer())),
      ),
      asOf: "2023-11-27",
      horizonWeeks: horizon,
      scenario,
      changes: {},
      seed: BigInt(setting("seed")!),
      members: 1024,
      outputs: ["outcomes.areaHeld"],
    });
    for (const [member, week] of [
      [0, 0],
      [7, horizon],
      [1023, 26],
    ] as const) {
      const row = rows[member * (horizon + 1) + week]!;
      expect([row["member"], row["week"]]).toEqual([member, week]);
      expect(row["area"]).toBe(outputs.at(0, outputs.knownWeeks + week)[member]);
    }
    expect(await page.locator(".citation").textContent()).toMatch(
      /Logjam authors \(\d{4}\)\. Logjam.*Run [0-9a-f]{8}, M1 as of 27 November 2023, seed \d+\. http/,
    );
  });

  it("stands in another page as one figure that tells its height", async () => {
    const folder = await mkdtemp(join(tmpdir(), "logjam-host-"));
    const host = await serveFolder(folder, 0);
    try {
      const address = `${site.address}#v=1&asof=2023-11-27&view=charts&focus=area&embed=yes`;
      await writeFile(
        join(folder, "index.html"),
        `<!doctype html><title>Host</title><iframe class="logjam" src="${address}" width="640" height="100"></iframe>
<script>addEventListener("message", (m) => { if (m.data?.type === "logjam-height") for (const f of document.querySelectorAll("iframe.logjam")) if (f.contentWindow === m.source) f.height = m.data.height; });</script>`,
      );
      const context = await browser.newContext();
      const outer = await context.newPage();
      await outer.goto(host.address);
      const frame = outer.frameLocator("iframe");
      await frame.locator("svg.fan").waitFor({ timeout: 30_000 });
      expect(await frame.locator("figure").count()).toBe(1);
      expect(await frame.locator(".chart-source").textContent()).toContain("DeepState");
      expect(await frame.locator("nav, .lever-panel").count()).toBe(0);
      await expect.poll(async () => Number(await outer.locator("iframe").getAttribute("height"))).toBeGreaterThan(250);
      const link = await frame.getByRole("link", { name: "Open in Logjam" }).getAttribute("href");
      expect(link).toContain("asof=2023-11-27");
      expect(link).not.toContain("embed");
      await context.close();
    } finally {
      await host.close();
      await rm(folder, { recursive: true, force: true });
    }
  });

  it("reads the track record and the evidence", async () => {
    await page.getByRole("button", { name: "Track record" }).click();
    await page.locator(".skill-figure").waitFor();
    expect(await page.locator("h1").textContent()).toBe("How good have its forecasts been?");
    expect(await page.locator(".track-record .lead").textContent()).toMatch(/naive rule/);
    expect(await page.locator(".skill-figure .ours").count()).toBe(4);
    await page.getByRole("button", { name: "Evidence" }).click();
    await page.locator(".sources li").first().waitFor();
    expect(await page.locator(".sources li").count()).toBe(10);
    expect(await page.locator(".checks figure").count()).toBe(4);
    const book = await page.request.get(new URL("book/m2/outcomes.areaHeld.html", site.address).href);
    expect(book.ok()).toBe(true);
  });

  it("did all that without a fault or a request to anyone else", () => {
    expect(visit.faults).toEqual([]);
  });
});
