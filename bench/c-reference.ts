import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("./reference/", import.meta.url));
export const INPUTS = join(FOLDER, "inputs.bin");

/** Compiles the reference for vectors of `lanes` numbers; undefined where there is no compiler. */
export function buildReference(lanes: 2 | 4): string | undefined {
  const program = join(mkdtempSync(join(tmpdir(), "logjam-bench-")), `reference-${lanes}`);
  const flags = [
    "-O3",
    "-march=native",
    "-fno-math-errno",
    "-Wno-psabi",
    "-ffp-contract=off",
    `-DVL=${lanes}`,
    "-DW=8",
  ];
  try {
    execFileSync("g++", [...flags, join(FOLDER, "main.cpp"), "-o", program], { stdio: ["ignore", "ignore", "pipe"] });
    return program;
  } catch {
    return undefined;
  }
}

/** Runs per second of processor time, the best of four rounds within `seconds`. */
export const timeReference = (program: string, seconds: number): number =>
  Number(execFileSync(program, [INPUTS, String(seconds)], { encoding: "utf8" }));
