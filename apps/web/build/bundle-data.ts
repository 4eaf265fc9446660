/** Turns data, scenarios, claims and models into the static files of the site. Runs in Node, before vite. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { HORIZON, parseClaims, runIdentityOf, type Study, timeline } from "@logjam/analysis";
import { keptPosterior, type PosteriorPlaces, posteriorFor, posteriorPlaces } from "@logjam/cli/posterior";
import { recordFor } from "@logjam/cli/record";
import { readScenarios } from "@logjam/cli/scenarios";
import { type Evidence, FRONT_SECTORS, loadEvidence, type SECTORS, SOURCES } from "@logjam/evidence";
import { encodePosterior } from "@logjam/inference";
import { m1Study, m2Study } from "@logjam/model";
import type { AsOfInfo, ModelName, OutcomeInfo, ScenarioInfo, SiteRecord, World } from "../src/contract.ts";
import { withGaps } from "../src/engine/gaps.ts";
import { appFans } from "./app-fans.ts";
import { LEVER_GROUPS, leverInfos } from "./lever-infos.ts";
import { scenarioInfo } from "./scenario-info.ts";
import { type SiteDate, siteDates } from "./site-dates.ts";
import { SiteFiles } from "./site-files.ts";
import { appOutputs, siteModel } from "./site-models.ts";
import { siteParts } from "./site-parts.ts";

export interface SitePlaces {
  /** The repository's root. */
  readonly home: string;
  /** Where the files go; whatever is there is replaced. */
  readonly folder: string;
}

export interface Site {
  /** Address of the world, by which the page finds all the rest. */
  readonly world: string;
  readonly files: readonly string[];
  /** What the first screen loads, with a browser that has SIMD. */
  readonly first: readonly string[];
  /** What it was made from; see `stampOf`. */
  readonly stamp: string;
}

const STUDIES: readonly Study[] = [m1Study, m2Study];
const nameOf = (study: Study) => study.model.name as ModelName;

/** Makes the site's data unless they are there and as old as what they are made from. */
export async function bundleData(places: SitePlaces, say: (text: string) => void): Promise<Site> {
  const list = join(places.folder, "data", "files.json");
  const stamp = stampOf(places.home);
  if (existsSync(list)) {
    const site = JSON.parse(readFileSync(list, "utf8")) as Site;
    if (site.stamp === stamp) return site;
  }
  rmSync(join(places.folder, "data"), { recursive: true, force: true });
  const files = new SiteFiles(places.folder);
  const world = await makeWorld(places, files, say);
  const address = await files.add("world.json", JSON.stringify(world));
  const newest = world.dates.find(({ kind }) => kind === "newest")!;
  const { simd } = world.models.M2.kernel;
  const first = [address, newest.record, newest.posterior.M2, simd.wasm, simd.plan];
  const site = { world: address, files: files.written, first, stamp };
  writeFileSync(list, JSON.stringify(site));
  return site;
}

async function makeWorld({ home }: SitePlaces, files: SiteFiles, say: (text: string) => void): Promise<World> {
  const data = join(home, "data");
  const evidence = loadEvidence(data);
  const scenarios = await readScenarios(join(home, "scenarios"));
  const claimFiles = readdirSync(join(home, "claims")).filter((name) => name.endsWith(".yaml"));
  const fans = appFans(
    STUDIES.map((study) => ({
      name: nameOf(study),
      fans: study.fans,
      outputs: study.model.outputs.map(({ name }) => name),
    })),
  );
  say("models");
  const models = {} as Record<ModelName, World["models"][ModelName]>;
  for (const study of STUDIES)
    models[nameOf(study)] = await siteModel(study, appOutputs(study, fans, FRONT_SECTORS), files);
  const posteriors = posteriorPlaces(home);
  const dates: AsOfInfo[] = [];
  for (const date of siteDates(evidence.mondays)) {
    const one = await siteDate(date, evidence, models, posteriors, files);
    if (one === undefined) continue;
    say(`as of ${date.date}`);
    dates.push(one);
  }
  const infos: ScenarioInfo[] = scenarios.map((scenario) => scenarioInfo(scenario, STUDIES));
  say("map and evidence");
  const extra = await siteParts(data, files);
  const world: Omit<World, "identity"> = {
    format: "logjam-world/1",
    version: JSON.parse(readFileSync(join(home, "package.json"), "utf8")).version,
    dates,
    models,
    levers: leverInfos(STUDIES.map((study) => ({ name: nameOf(study), model: study.model }))),
    leverGroups: LEVER_GROUPS,
    sums: STUDIES[0]!.leverGroups,
    scenarios: infos,
    outcomes: outcomeInfos(),
    fans,
    sectors: FRONT_SECTORS.map((id) => ({ id, title: sectorTitle(id) })),
    claims: claimFiles.map((name) => {
      const file = `claims/${name}`;
      const text = readFileSync(join(home, file), "utf8");
      return { id: name.replace(/\.yaml$/, ""), file, value: parseClaims(file, text).value, text };
    }),
    sources: Object.entries(SOURCES).map(([id, { title, licence, url }]) => ({
      id,
      title,
      licence: licence.title,
      url,
    })),
    parts: extra,
  };
  return { ...world, identity: createHash("sha256").update(JSON.stringify(world)).digest("hex") };
}

/** A date on offer; undefined for a quarter whose posteriors are not kept, or no longer fit. */
async function siteDate(
  { date, kind }: SiteDate,
  evidence: Evidence,
  models: World["models"],
  places: PosteriorPlaces,
  files: SiteFiles,
): Promise<AsOfInfo | undefined> {
  const { records, observed, dataDates } = recordFor(evidence, date, HORIZON.most);
  const record: SiteRecord = { asOf: date, observed, records: { M1: records.m1, M2: records.m2 } };
  const timeOf = (name: ModelName) => timeline(record.records[name].start, date, HORIZON.most);
  if (kind === "quarter")
    for (const study of STUDIES) {
      const name = nameOf(study);
      if ((await keptPosterior(places.kept, study, record.records[name], timeOf(name))) === undefined) return undefined;
    }
  const address = await files.add(`records/${date}.json`, JSON.stringify(withGaps(record)));
  const posterior = {} as Record<ModelName, string>;
  const identity = {} as Record<ModelName, string>;
  for (const study of STUDIES) {
    const name = nameOf(study);
    const own = record.records[name];
    const found = await posteriorFor(study, own, timeOf(name), places);
    posterior[name] = await files.add(`posteriors/${date}-${name}.posterior`, encodePosterior(found));
    identity[name] = await runIdentityOf(models[name].hash, found.identity, own);
  }
  return { date, kind, record: address, posterior, identity, dataDates };
}

function outcomeInfos(): OutcomeInfo[] {
  const found = new Map<string, OutcomeInfo>();
  for (const { model } of [...STUDIES].reverse())
    for (const outcome of model.outcomes) {
      const id = outcome.quantity.split(".").at(-1)!;
      if (found.has(id)) continue;
      const knowing = STUDIES.filter((study) =>
        study.model.outcomes.some(({ quantity }) => quantity.endsWith(`.${id}`)),
      );
      found.set(id, {
        id,
        title: outcome.title,
        definition: outcome.meaning,
        favours: outcome.favours === "ukraine" || outcome.favours === "russia" ? outcome.favours : "neither",
        models: knowing.map(nameOf),
        thresholds: outcome.elements.length > 0,
      });
    }
  return [...found.values()];
}

const SECTOR_TITLES: Readonly<Record<string, string>> = {
  north: "North",
  kharkiv: "Kharkiv",
  luhansk: "Luhansk",
  "donetsk-north": "Donetsk, north",
  "donetsk-centre": "Donetsk, centre",
  "donetsk-south": "Donetsk, south",
  zaporizhzhia: "Zaporizhzhia",
  kherson: "Kherson",
};
const sectorTitle = (id: (typeof SECTORS)[number]): string => SECTOR_TITLES[id] ?? id;

/** What the site's data are made from. */
const SOURCES_OF_DATA = [
  "data",
  "scenarios",
  "claims",
  "model/src",
  "apps/web/build",
  ...["ask", "files", "fit"].map((name) => `apps/cli/src/${name}`),
  "package.json",
  ...["lang", "kernel", "evidence", "inference", "analysis"].map((name) => `packages/${name}/src`),
];

/** Changes whenever one of these files or folders does; tests do not count. */
export function stampOf(home: string, sources: readonly string[] = SOURCES_OF_DATA): string {
  const hash = createHash("sha256");
  const look = (path: string): void => {
    const about = statSync(path);
    if (about.isDirectory()) {
      for (const name of readdirSync(path).sort())
        if (!name.startsWith(".") && name !== "node_modules" && !/\.test\.tsx?$/.test(name)) look(join(path, name));
    } else hash.update(`${path.slice(home.length)} ${about.size} ${about.mtimeMs}\n`);
  };
  for (const source of sources) look(resolve(home, source));
  return hash.digest("hex");
}
