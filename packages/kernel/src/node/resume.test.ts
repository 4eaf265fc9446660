import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runIdentity } from "../identity/identity.ts";
import { runEnsemble } from "../run/ensemble.ts";
import type { EnsembleResult } from "../run/ensemble-types.ts";
import { KILLED_OPTIONS, KILLED_RUN, killedRun } from "../testing/killed-run.ts";
import { firstDifference } from "../testing/same-bits.ts";
import { storedBlocks } from "./block-store.ts";

const KILLS = 50;
let folder: string;
let script: string;

/** The child as one plain file: it starts in a tenth of the time, so that fifty of them fit into a test. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "logjam-resume-"));
  script = join(folder, "killed-run.mjs");
  await build({
    configFile: false,
    logLevel: "error",
    build: {
      ssr: fileURLToPath(new URL("../testing/killed-run.ts", import.meta.url)),
      outDir: folder,
      emptyOutDir: false,
      rollupOptions: { output: { entryFileNames: "killed-run.mjs" } },
    },
    ssr: { noExternal: true },
  });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs the child until `afterStart` milliseconds after it said that it starts, then kills it; true if it finished. */
function runAndKill(runs: string, afterStart: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, runs], { stdio: ["ignore", "pipe", "inherit"] });
    let said = "";
    child.stdout.on("data", (data: Buffer) => {
      if (said === "") setTimeout(() => child.kill("SIGKILL"), afterStart);
      said += data.toString();
    });
    child.on("error", reject);
    child.on("exit", () => resolve(said.includes("finished")));
  });
}

/**
 * Kills runs at random points, each time checking that every block that was there still is, byte for byte; a run that
 * finishes before its end comes is followed by a new one. Returns the folder of the last run.
 */
async function killAgainAndAgain(base: string, id: string, seed: number, wanted: number): Promise<string> {
  let runs = `${base}-0`;
  let state = seed;
  let before = new Map<number, string>();
  for (let round = 1, kills = 0; kills < wanted; round++) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    const finished = await runAndKill(runs, (state >>> 16) % 40);
    const after = await blockTexts(runs, id);
    for (const [index, bytes] of before)
      expect(after.get(index) === bytes, `block ${index} after kill ${kills}`).toBe(true);
    before = finished ? new Map() : after;
    if (finished) runs = `${base}-${round}`;
    else kills++;
  }
  return runs;
}

async function blockTexts(runs: string, id: string): Promise<Map<number, string>> {
  const texts = new Map<number, string>();
  for (const index of await storedBlocks(runs, id)) {
    const path = join(runs, id, `block-${String(index).padStart(7, "0")}.bin`);
    texts.set(index, (await readFile(path)).toString("base64"));
  }
  return texts;
}

function expectSame(got: EnsembleResult, wanted: EnsembleResult): void {
  expect(firstDifference(got.outputs, wanted.outputs)).toBeUndefined();
  for (const q of [0.1, 0.5, 0.9]) {
    expect(got.summary!.quantile("Ammo[A]", 29, q)).toBe(wanted.summary!.quantile("Ammo[A]", 29, q));
  }
  expect(got.summary!.variance("Ammo[B]", 29)).toBe(wanted.summary!.variance("Ammo[B]", 29));
}

describe("a run that is killed at random points", () => {
  it(`loses no finished block in ${KILLS} kills and ends bit-identical`, async () => {
    const { id } = await runIdentity({ input: KILLED_RUN, options: KILLED_OPTIONS });
    // Two chains of runs side by side, each killed half of the times.
    const chains = await Promise.all(
      [1, 2].map((seed) => killAgainAndAgain(join(folder, `chain-${seed}`), id, seed, KILLS / 2)),
    );
    const whole = await runEnsemble(KILLED_RUN, KILLED_OPTIONS);
    for (const runs of chains) {
      const kept = (await storedBlocks(runs, id).catch(() => [])).length;
      const resumed = await (await killedRun(runs)).run();
      expect(resumed.resumedBlocks).toBe(kept);
      expectSame(resumed, whole);
      const again = await (await killedRun(runs)).run();
      expect(again.resumedBlocks).toBe(24);
      expectSame(again, whole);
    }
  }, 120_000);

  it("computes a damaged block again and refuses a folder of another run", async () => {
    const runs = join(folder, "damaged");
    const { identity, run } = await killedRun(runs);
    const first = await run();
    const path = join(runs, identity.id, "block-0000007.bin");
    const bytes = await readFile(path);
    bytes[bytes.length - 9]! ^= 1;
    await writeFile(path, bytes);
    const mended = await (await killedRun(runs)).run();
    expect(mended.resumedBlocks).toBe(23);
    expect(firstDifference(mended.outputs, first.outputs)).toBeUndefined();
    await writeFile(join(runs, identity.id, "run.json"), "{}");
    await expect(killedRun(runs)).rejects.toThrow(/kernel\/store: .*run\.json/);
  });
});
