import { runEnsemble } from "../run/ensemble.ts";
import { attritionRun } from "../testing/attrition-run.ts";
import { simdSupported } from "../wasm/support.ts";
import { type Digests, digests } from "./digest.ts";

/** What the page finds out; it writes it into itself as JSON, since the policy allows no scripts from outside. */
export interface PageReport {
  readonly digests: Digests;
  readonly evalRefused: boolean;
  readonly simd: boolean;
  /** Model to the first result of one member, and to 1,000 members x 156 steps, in milliseconds. */
  readonly firstResult: number;
  readonly thousandMembers: number;
}

/** Whether the page's policy refuses to make code from text. */
function evalRefused(): boolean {
  try {
    return new Function("return false")() as boolean;
  } catch {
    return true;
  }
}

async function report(): Promise<PageReport> {
  const start = performance.now();
  await runEnsemble(attritionRun(1, 156, false));
  const firstResult = performance.now() - start;
  const again = performance.now();
  await runEnsemble(attritionRun(1000, 156, false));
  const thousandMembers = performance.now() - again;
  return { digests: await digests(2), evalRefused: evalRefused(), simd: simdSupported(), firstResult, thousandMembers };
}

const say = (id: string, text: string): void => {
  const element = document.createElement("pre");
  element.id = id;
  element.textContent = text;
  document.body.append(element);
};
report().then(
  (found) => say("report", JSON.stringify(found)),
  (problem) => say("problem", String(problem)),
);
