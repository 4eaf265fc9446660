import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Runs a script of this folder in a fresh process and reads the JSON it prints. */
export function inFreshProcess<Answer>(script: string, ...inputs: readonly (string | number)[]): Answer {
  const path = fileURLToPath(new URL(`./${script}`, import.meta.url));
  const output = execFileSync(process.execPath, ["--import", "tsx", path, ...inputs.map(String)], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
    maxBuffer: 1 << 24,
  });
  return JSON.parse(output) as Answer;
}
