/** The crew's statistics as the page's findings. */
import { addWeeks } from "@logjam/analysis";
import type {
  Curve,
  Difference,
  EngineResult,
  Fan,
  FanInfo,
  Findings,
  OutcomeCurve,
  SectorFindings,
  Setting,
  World,
} from "../contract.ts";
import { FAN_LEVELS } from "./levels.ts";
import type { OutputStatistics, OwnedStatistics } from "./protocol.ts";

type Of = OutputStatistics["of"];
type Find = (output: string, of: Of) => OutputStatistics | undefined;

export function assemble(
  world: World,
  setting: Setting,
  parts: readonly OwnedStatistics[],
): Pick<EngineResult, "dates" | "main" | "comparison" | "failed" | "members"> {
  const { outputs } = world.models[setting.model];
  const position = new Map(outputs.map((name, output) => [name, output]));
  const found = new Map(parts.flatMap((part) => part.outputs).map((one) => [`${one.output} ${one.of}`, one]));
  const find: Find = (output, of) => found.get(`${position.get(output)} ${of}`);
  const dates = Array.from({ length: setting.horizonWeeks + 1 }, (_, week) => addWeeks(setting.asOf, week));
  const main = findings(world, setting, setting.scenario, dates, find, 0);
  const { compare } = setting;
  // Where both sides are the same course of levers, only one was run.
  const other = found.has("0 1") ? 1 : 0;
  return {
    dates,
    main,
    members: parts[0]!.members,
    failed: parts.reduce((sum, { failed }) => sum + failed, 0),
    ...(compare === undefined
      ? {}
      : {
          comparison: {
            other: findings(world, setting, compare, dates, find, other),
            difference: difference(world, setting, dates, find),
          },
        }),
  };
}

function findings(world: World, setting: Setting, scenario: string, dates: string[], find: Find, of: Of): Findings {
  return {
    scenario,
    outcomes: outcomesOf(world, setting).map(({ id, thresholds }): OutcomeCurve => {
      const at = (threshold: string) => curveOf(find(`outcomes.${id}[${threshold}]`, of));
      if (!thresholds) return { scenario, outcome: id, ...curveOf(find(`outcomes.${id}`, of))! };
      const [lower, stated, upper] = [at("lower"), at("stated"), at("upper")];
      return { scenario, outcome: id, ...stated!, ...(lower && { lower }), ...(upper && { upper }) };
    }),
    fans: fansOf(world, setting).map((info) => fanOf(scenario, info, find(info.output, of)!, dates)),
    sectors: world.sectors.flatMap(({ id, title }): SectorFindings[] => {
      const one = find(`outcomes.areaBySector[${id}]`, of);
      if (one?.gain === undefined) return [];
      const info = { id: `area-${id}`, title, unit: "km²", per: 1 };
      return [{ sector: id, area: fanOf(scenario, info, one, dates), gain: one.gain }];
    }),
  };
}

function difference(world: World, setting: Setting, dates: string[], find: Find): Difference {
  return {
    outcomes: outcomesOf(world, setting).map(({ id, thresholds }) => ({
      outcome: id,
      ...curveOf(find(thresholds ? `outcomes.${id}[stated]` : `outcomes.${id}`, 2))!,
    })),
    fans: fansOf(world, setting).map((info) => fanOf(setting.scenario, info, find(info.output, 2)!, dates)),
  };
}

const outcomesOf = (world: World, { model }: Setting) => world.outcomes.filter(({ models }) => models.includes(model));
const fansOf = (world: World, { model }: Setting) => world.fans.filter(({ models }) => models.includes(model));

function curveOf(one: OutputStatistics | undefined): Curve | undefined {
  return (
    one?.curve && {
      value: Array.from(one.curve.value),
      low: Array.from(one.curve.low),
      high: Array.from(one.curve.high),
    }
  );
}

function fanOf(
  scenario: string,
  { id, title, unit, per }: Pick<FanInfo, "id" | "title" | "unit" | "per">,
  { fan }: OutputStatistics,
  dates: string[],
): Fan {
  const weeks = dates.length;
  const row = (level: number) => Array.from(fan!.subarray(level * weeks, (level + 1) * weeks), (x) => x / per);
  const [p05, p10, p25, p50, p75, p90, p95] = FAN_LEVELS.map((_, level) => row(level)) as [
    number[],
    number[],
    number[],
    number[],
    number[],
    number[],
    number[],
  ];
  return { scenario, series: id, unit, title, dates, p05, p10, p25, p50, p75, p90, p95 };
}
