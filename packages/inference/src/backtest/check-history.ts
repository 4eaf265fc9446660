import { errors } from "../scores/errors.ts";
import { addWeeks, lagWeeks } from "./dates.ts";
import type { History, Target } from "./target.ts";

/**
 * Guards what a forecaster is told: one level for every Monday up to the origin (or up to as many weeks before it as the
 * target allows) and none after it, in the target's unit and of its side. Throws `history/...` with the week concerned.
 */
export function checkHistory(target: Target, { dates, levels }: History, origin: string): void {
  if (dates.length !== levels.length) throw errors.historyLength(target.id, dates.length, levels.length);
  const last = dates.at(-1) ?? "(no date)";
  const [leastLag, mostLag] = target.lagWeeks ?? [0, 0];
  const [latest, earliest] = [addWeeks(origin, -leastLag), addWeeks(origin, -mostLag)];
  if (!(last <= latest && last >= earliest)) throw errors.historyEnd(target.id, latest, last);
  if (lagWeeks(dates, origin) === undefined) throw errors.historyStep(target.id, last, origin);
  const [low, high] = target.range;
  const [least, most] = target.weeklyChange;
  for (let week = 0; week < dates.length; week++) {
    const [date, level] = [dates[week]!, levels[week]!];
    if (!(level >= low && level <= high)) throw errors.historyRange(target.id, date, level, target.unit, low, high);
    if (week === 0) continue;
    if (date !== addWeeks(dates[week - 1]!, 1)) throw errors.historyStep(target.id, dates[week - 1]!, date);
    const change = level - levels[week - 1]!;
    if (!(change >= least && change <= most))
      throw errors.historyJump(target.id, date, change, target.unit, least, most);
  }
}
