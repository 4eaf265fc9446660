/** A posterior that comes with the data answers only for what made it: planted defects in files and their identities. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type PublicRecord, posteriorIdentity, STANDARD_FIT, type Study, timeline } from "@logjam/analysis";
import { codesOf, decodePosterior, encodePosterior, type Posterior, parametersOf } from "@logjam/inference";
import { m1Study, m2Study } from "@logjam/model";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keptPosterior, posteriorFile } from "../../apps/cli/src/fit/kept-posterior.ts";
import { drawWorlds } from "./made-up-world.ts";

const study = m1Study as Study;
const { time, records } = drawWorlds(study, { worlds: 2, weeks: 30, seed: 1n });
const record: PublicRecord = {
  ...records[0]!,
  scored: { ...records[0]!.scored, allocations: new Array(30).fill(8e8) },
};
const names = study.model.parameters.map(({ name }) => name);

let folder: string;
let posterior: Posterior;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "logjam-posterior-"));
  posterior = {
    format: "logjam-posterior/1",
    model: "M1",
    identity: await posteriorIdentity(study, record, time, STANDARD_FIT),
    start: time.start,
    asOf: time.asOf,
    seed: STANDARD_FIT.seed.toString(),
    method: "made up",
    particles: 4,
    runs: 4,
    distinct: 1,
    powers: [1],
    accepted: [0.5],
    logEvidence: 0,
    parameters: names,
    codes: codesOf(names.map(() => new Float64Array(4))),
  };
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const keep = (bytes: Uint8Array) => writeFileSync(posteriorFile(folder, study, time.asOf), bytes);
const asked = (of = study, told = record, when = time) => keptPosterior(folder, of, told, when);

describe("a kept posterior", () => {
  it("answers for what made it", async () => {
    keep(encodePosterior(posterior));
    expect(await asked()).toEqual(posterior);
  });
  it("planted defect: of another identity, it does not answer", async () => {
    keep(encodePosterior({ ...posterior, identity: posterior.identity.replace(/^./, (c) => (c === "0" ? "1" : "0")) }));
    expect(await asked()).toBeUndefined();
  });
  it("planted defect: once the record is revised, of another world, or leaks a week, it does not answer", async () => {
    keep(encodePosterior(posterior));
    const claims = record.scored["claims"]!;
    const revised = { ...record, scored: { ...record.scored, claims: claims.with(3, claims[3]! + 10) } };
    const leaked = { ...record, scored: { ...record.scored, claims: [...claims, 7_000] } };
    const other = { ...records[1]!, scored: { ...records[1]!.scored, allocations: record.scored["allocations"]! } };
    for (const told of [revised, leaked, other]) expect(await asked(study, told)).toBeUndefined();
    const { asOf } = time;
    expect(await asked(study, record, { ...timeline("2022-11-28", asOf, 0) })).toBeUndefined();
  });
  it("planted defect: cut, or with a flipped bit, it is refused by name, and not quietly fitted again", async () => {
    const bytes = encodePosterior(posterior);
    keep(bytes.subarray(0, bytes.length - 3));
    await expect(asked()).rejects.toThrow(/posterior\/file: .*2023-.*M1\.posterior/);
    const flipped = bytes.slice();
    flipped[400] = flipped[400]! ^ 4;
    keep(flipped);
    await expect(asked()).rejects.toThrow(/posterior\/file/);
  });
  it("planted defect: of M2 under M1's name, it does not answer, and gives M1 no parameters", async () => {
    const theirs = m2Study.model.parameters.map(({ name }) => name);
    const foreign = {
      ...posterior,
      model: "M2",
      parameters: theirs,
      codes: codesOf(theirs.map(() => new Float64Array(4))),
    };
    const identity = await posteriorIdentity(m2Study as Study, record, time, STANDARD_FIT);
    keep(encodePosterior({ ...foreign, identity }));
    expect(await asked()).toBeUndefined();
    expect(() => parametersOf(foreign, study.model)).toThrow(/posterior\/model: .*another M2/);
  });
});

describe("the posteriors that come with the data", () => {
  const data = new URL("../../data/posterior", import.meta.url).pathname;
  const files = readdirSync(data);
  it("are whole, named by what they are of, and of models that are here", () => {
    expect(files.length).toBeGreaterThan(3);
    for (const file of files) {
      const found = decodePosterior(readFileSync(join(data, file)), file);
      expect(file).toBe(`${found.asOf}-${found.model}.posterior`);
      const { model } = found.model === "M1" ? m1Study : m2Study;
      const values = parametersOf(found, model);
      expect(values.every(Number.isFinite), file).toBe(true);
      expect(found.powers.at(-1), file).toBe(1);
      expect(found.distinct / found.particles, file).toBeGreaterThan(0.5);
    }
  });
});
