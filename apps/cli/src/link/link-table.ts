/** A link's answer as text: every outcome's probability by the link's date, to the last digit. */
import type { OutcomeProbability } from "@logjam/analysis";
import type { LinkAnswer } from "./answer-link.ts";

export function linkTable({ setting, complaints, main, other, by, members, of, failed }: LinkAnswer): string {
  const { asOf, model, scenario, compare, byWeek, seed, levers } = setting;
  const changes = Object.entries(levers).map(([name, value]) => `${name} = ${JSON.stringify(value)}`);
  const said = complaints.map(({ code, reason, nextStep }) => `${code}: ${reason} ${nextStep}\n`);
  const about = [
    `${scenario}, ${model} as of ${asOf}, by ${by} (week ${byWeek}), ${members} members, seed ${seed}, of ${of}`,
    ...(changes.length === 0 ? [] : [`changed: ${changes.join(", ")}`]),
    ...(failed === 0 ? [] : [`${failed} members ceased to be finite`]),
  ];
  const table = (rows: readonly OutcomeProbability[]) => {
    const cells = rows.map((row) => [
      row.outcome,
      ...[row.value, row.low, row.high].map((curve) => String(curve[byWeek])),
    ]);
    const all = [["outcome", "probability", "low", "high"], ...cells];
    const widths = all[0]!.map((_, c) => Math.max(...all.map((row) => row[c]!.length)));
    return all
      .map((row) =>
        row
          .map((cell, c) => cell.padEnd(widths[c]!))
          .join("  ")
          .trimEnd(),
      )
      .join("\n");
  };
  const second = other === undefined ? "" : `\n\n${compare}:\n${table(other)}`;
  return `${said.join("")}${about.join("\n")}\n\n${table(main)}${second}\n`;
}
