/** What the track record says in words: who forecast best, by how much, and where simple rules did better. */
import type { TrackRecord, TrackRow } from "./track-record-file.ts";

/** The naive rules: the best of them, chosen in hindsight, is what skill is measured against. */
export const NAIVE: readonly string[] = ["no-change", "drift-4", "drift-13", "drift-26", "ar-1"];
/** Our own forecasters, the released one first: the first of them that the record has speaks for the models. */
export const OURS: readonly string[] = ["released", "stack", "m2", "m1", "m0"];
export const HORIZONS: readonly number[] = [4, 13, 26, 52];

/** A row whose skill is known. */
export interface Skill extends TrackRow {
  readonly skill: number;
  readonly skillLow: number;
  readonly skillHigh: number;
}
const known = (row: TrackRow | undefined): Skill | undefined =>
  row && row.skill !== null && row.skillLow !== null && row.skillHigh !== null ? (row as Skill) : undefined;

/** The forecaster that speaks for the models on a target. */
export const speaker = (record: TrackRecord, target: string): string | undefined =>
  OURS.find((id) => record.rows.some((row) => row.target === target && row.forecaster === id));

export const skillOf = (record: TrackRecord, target: string, forecaster: string, weeks: number): Skill | undefined =>
  known(record.rows.find((row) => row.target === target && row.forecaster === forecaster && row.weeks === weeks));

/** Whether a difference to the best naive rule can be told from none. */
export type Verdict = "better" | "worse" | "open";
export const verdictOf = ({ skillLow, skillHigh }: Skill): Verdict =>
  skillLow > 0 ? "better" : skillHigh < 0 ? "worse" : "open";

/** At each horizon of a target: how the models' speaker did, and who of all did best. */
export interface Standing {
  readonly weeks: number;
  readonly ours: Skill | undefined;
  readonly best: Skill | undefined;
}

export function standings(record: TrackRecord, target: string): readonly Standing[] {
  const own = speaker(record, target);
  return HORIZONS.map((weeks) => {
    const rows = record.rows
      .filter((row) => row.target === target && row.weeks === weeks)
      .flatMap((row) => known(row) ?? []);
    const best = rows.reduce<Skill | undefined>((a, b) => (a === undefined || b.skill > a.skill ? b : a), undefined);
    return { weeks, ours: own === undefined ? undefined : skillOf(record, target, own, weeks), best };
  });
}

/** Targets and horizons at which a rule that is not ours came closer than the models' speaker, or where we have none. */
export function beaten(record: TrackRecord): readonly {
  readonly target: string;
  readonly weeks: number;
  readonly ours: Skill | undefined;
  readonly best: Skill;
}[] {
  const targets = [...new Set(record.rows.map(({ target }) => target))].filter((target) => !target.includes("/"));
  return targets.flatMap((target) =>
    standings(record, target).flatMap(({ weeks, ours, best }) =>
      best && !OURS.includes(best.forecaster) ? [{ target, weeks, ours, best }] : [],
    ),
  );
}
