/**
 * How to run an ensemble: a thousand members of M1 for three years, the quantiles of one output, the chance that it
 * passes a threshold, and when. `npx tsx examples/kernel/outlook.ts`.
 */
import { type EnsembleResult, runEnsemble } from "@logjam/kernel";
import { m1Run } from "./m1-run.ts";

export async function outlook(members = 1000, workers = 2): Promise<EnsembleResult> {
  const run = m1Run(members, 157);
  const output = run.ir.outputs[0]!.name;
  return runEnsemble(run, {
    outputs: [output],
    summarise: true,
    workers,
    events: [{ name: "above", output, is: "atLeast", threshold: 1 }],
  });
}

/** A few lines of text. */
export function outlookText({ summary, events, failed }: EnsembleResult): string {
  const [output] = summary!.outputs as [string];
  const rows = [0, 52, 104, 156].map((week) => {
    const [low, middle, high] = [0.05, 0.5, 0.95].map((q) => summary!.quantile(output, week, q).toPrecision(4));
    return `week ${String(week).padStart(3)}: ${low} .. ${middle} .. ${high}`;
  });
  const { share, low, high } = events.probability("above");
  const chance = `ever at least 1: ${share.toFixed(3)} (95 %: ${low.toFixed(3)} to ${high.toFixed(3)})`;
  return [output, ...rows, chance, `${summary!.members} members, ${failed.members.length} failed`].join("\n");
}

if (process.argv[1] === import.meta.filename) process.stdout.write(`${outlookText(await outlook())}\n`);
