/**
 * How trend and liveliness follow the line: running means over what happened. A single week counts for no more than a few
 * times the sector's liveliness, so that one redrawn map or one broken line does not make a trend.
 */
import { assign, constant, f, flow } from "@logjam/lang";
import { lineChange, mapNoise } from "./line.ts";
import { known } from "./record.ts";
import { sector } from "./sets.ts";
import { activity, activityMemory, fading, trend, trendMemory, turnDeviation, turnShock } from "./trend.ts";

export const mostWeight = constant({
  unit: "1",
  meaning: "The most that a week counts for, in units of the sector's liveliness and map noise.",
  value: 4,
  source: "[J] weeks beyond four times the usual size are redraws or ruptures, not the pace to come.",
});

export const countedChange = flow({
  over: [sector],
  unit: "km^2/week",
  meaning: "A week's change as it counts for trend and liveliness.",
  formula: f`max(-${mostWeight} * (${activity} + ${mapNoise}), min(${mostWeight} * (${activity} + ${mapNoise}), ${lineChange}))`,
});

export const trendNext = assign(
  trend,
  f`${trend} + timeStep / ${trendMemory} * (${countedChange} - ${trend}) - ${fading} * timeStep * ${trend}
    + if(${known} > 0, 0, ${turnDeviation} * ${activity} * ${turnShock})`,
);

export const activityNext = assign(
  activity,
  f`${activity} + timeStep / ${activityMemory} * (abs(${countedChange}) - ${activity})`,
);
