import { textWidth } from "@logjam/figures";
import { useWidth } from "../charts/use-width.ts";
import { useTexts } from "../i18n/text.tsx";
import { HORIZONS, type Skill, skillOf } from "./standing.ts";
import type { TrackRecord } from "./track-record-file.ts";
import { forecasterWords } from "./track-words.ts";

/** Far worse than naive is drawn at the edge. */
const LOWEST = -1;
const HIGHEST = 0.6;
const ROW = 24;

export interface SkillFigureProps {
  readonly record: TrackRecord;
  readonly target: string;
  /** Who is shown, ours first. */
  readonly forecasters: readonly string[];
}

/** How much smaller a forecaster's error was than the best naive rule's, by horizon: dots with 95 % intervals. */
export function SkillFigure({ record, target, forecasters }: SkillFigureProps) {
  const texts = useTexts();
  const { t, exactPercent } = texts;
  const [width, measure] = useWidth<HTMLDivElement>(720);
  const names = forecasters.map((id) => forecasterWords(id, texts));
  const heads = HORIZONS.map((weeks) => t("track.ahead", { count: weeks }));
  const narrow = width < 620;
  const left = narrow
    ? 0
    : Math.max(...names.map((name) => textWidth(name, 13)), ...heads.map((head) => textWidth(head, 13, "semibold"))) +
      22;
  const right = 14;
  const x = (skill: number) =>
    left +
    8 +
    ((Math.max(LOWEST, Math.min(HIGHEST, skill)) - LOWEST) / (HIGHEST - LOWEST)) * (width - left - right - 8);
  const groups = HORIZONS.map((weeks) => ({
    weeks,
    rows: forecasters.flatMap((id, index) => {
      const skill = skillOf(record, target, id, weeks);
      return skill ? [{ id, name: names[index]!, skill, ours: index === 0 }] : [];
    }),
  })).filter(({ rows }) => rows.length > 0);
  const step = narrow ? ROW + 16 : ROW;
  let y = 30;
  const placed = groups.map(({ weeks, rows }) => {
    const head = y + 16;
    y += 26;
    const at = rows.map((row) => {
      const middle = y + (narrow ? 26 : 12);
      y += step;
      return { ...row, y: middle };
    });
    y += 8;
    return { weeks, head, rows: at };
  });
  const height = y + 26;
  return (
    <div ref={measure}>
      <svg
        className="skill-figure"
        width={width}
        height={height}
        role="img"
        aria-label={t("track.figureLabel", {
          list: placed
            .flatMap(({ weeks, rows }) =>
              rows.map(
                ({ name, skill }) => `${name}, ${t("track.ahead", { count: weeks })}: ${exactPercent(skill.skill)}`,
              ),
            )
            .join("; "),
        })}
      >
        {[-1, -0.5, 0, 0.5].map((tick) => (
          <g key={tick}>
            <line className={tick === 0 ? "zero" : "grid"} x1={x(tick)} x2={x(tick)} y1={22} y2={height - 24} />
            <text className="scale" x={x(tick)} y={height - 8} textAnchor="middle">
              {tick > 0 ? `+${exactPercent(tick)}` : exactPercent(tick)}
            </text>
          </g>
        ))}
        <text className="scale" x={x(0) - 6} y={14} textAnchor="end">
          {`← ${t("track.worse")}`}
        </text>
        <text className="scale" x={x(0) + 6} y={14}>
          {`${t("track.better")} →`}
        </text>
        {placed.map(({ weeks, head, rows }) => (
          <g key={weeks}>
            <text className="head" x={0} y={head}>
              {t("track.ahead", { count: weeks })}
            </text>
            {rows.map((row) => (
              <g key={row.id} className={row.ours ? "ours" : "other"}>
                <text className="who" x={narrow ? 0 : 10} y={narrow ? row.y - 12 : row.y + 4}>
                  {row.name}
                </text>
                <Interval skill={row.skill} y={row.y} x={x} />
              </g>
            ))}
          </g>
        ))}
      </svg>
    </div>
  );
}

function Interval({
  skill,
  y,
  x,
}: {
  readonly skill: Skill;
  readonly y: number;
  readonly x: (skill: number) => number;
}) {
  return (
    <>
      <line className="interval" x1={x(skill.skillLow)} x2={x(skill.skillHigh)} y1={y} y2={y} />
      {skill.skillLow < LOWEST && <path className="beyond" d={`M${x(LOWEST) - 5} ${y}l7 -4v8z`} />}
      <circle className="dot" cx={x(skill.skill)} cy={y} r={4.5} />
    </>
  );
}
