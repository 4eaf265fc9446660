/** The picture of the track record: how much closer to the truth than the best simple rule, by how far ahead. */
import { type Canvas, type SkillGroup, skillChart } from "@logjam/figures";
import { addWeeks } from "@logjam/inference";
import { POSITIONAL_SINCE } from "./histories.ts";
import { aheadText, capital, rowsOf, seriesText, type TrackRecord } from "./record-words.ts";

const SHOWN = ["area-total", "personnel"] as const;

/** True where there is something to draw. */
export const hasFigure = (record: TrackRecord): boolean => groupsOf(record).length > 0;

export function recordFigure(record: TrackRecord, canvas: Canvas): string {
  const groups = groupsOf(record);
  // An origin counts once its nearest horizon has passed.
  const last = addWeeks(record.origins.at(-1) ?? POSITIONAL_SINCE, 4);
  return skillChart(
    { groups, worse: "worse", better: "better" },
    {
      title: "Logjam's forecasts against the best simple rule",
      unit: "How much smaller the forecasts' error was, % of the rule's (error: mean CRPS, the distance of a forecast from what happened)",
      source: `Logjam, forecasts from ${record.origins.length} Mondays; outcomes by DeepState and Ukraine's General Staff`,
      dataDate: last,
      note: "The best of five naive rules is chosen afterwards for every row. Where an interval crosses zero, luck could explain the difference.",
      description: groups
        .map(
          ({ title, rows }) =>
            `${title}: ${rows.map(({ label, value }) => `${label} ${Math.round(100 * value)} %`).join(", ")}`,
        )
        .join(". "),
    },
    canvas,
  );
}

const groupsOf = (record: TrackRecord): SkillGroup[] =>
  SHOWN.flatMap((target) => {
    const rows = rowsOf(record, target).map(({ horizonWeeks, skill }) => ({
      label: `${capital(aheadText(horizonWeeks))} ahead`,
      ...skill,
    }));
    return rows.length === 0 ? [] : [{ title: capital(seriesText(target)), rows }];
  });
