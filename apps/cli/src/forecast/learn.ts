import { identityOf, type Progress } from "@logjam/analysis";
import type { Evidence } from "@logjam/evidence";
import {
  addWeeks,
  type Histories,
  learnAt,
  monthlyOrigins,
  recordOrigin,
  SPREADS,
  type StackOptions,
  type StackRecord,
  seedFor,
} from "@logjam/inference";
import { historiesFrom, numbersIn, POSITIONAL_SINCE } from "../backtest/histories.ts";
import { TARGETS } from "../backtest/targets.ts";
import { writeAllAtomically } from "../files/atomic.ts";
import { parseRecord, recordFile, recordText, type StoredRecord } from "./stack-records.ts";

/** Part of the identity of records: raise it when what is stored, or how it is computed, changes. */
const RECORD_VERSION = "1";

export interface OriginToLearn {
  /** Its `records` must give what earlier origins taught, and nothing else is needed of them. */
  readonly options: StackOptions;
  readonly origin: string;
  readonly known: Histories;
  /** What has happened since, as far as it has. */
  readonly actual: Histories;
  readonly members: number;
  /** Of the whole backtest; the origin's own follows from it, as in the backtest. */
  readonly seed: bigint;
  /** The folder of the track record. */
  readonly folder: string;
  /** What is stored for this origin, if anything. */
  readonly stored?: StoredRecord | undefined;
}

/**
 * What one origin teaches: read where nothing that it follows from has changed, else computed and written. The record is
 * the one that was printed, so that fresh and resumed runs agree to the digit.
 */
export async function learnOrigin(asked: OriginToLearn): Promise<{ record: StackRecord; resumed: boolean }> {
  const { options, origin, known, actual, members, seed, folder, stored } = asked;
  const identity = await identityOfRecord(asked);
  if (stored?.identity === identity) return { record: stored.record, resumed: true };
  const question = { origin, known, targets: TARGETS, members, seed: seedFor(seed, origin) };
  const text = recordText({ identity, record: await recordOrigin(options, question, actual) });
  const file = recordFile(folder, origin);
  await writeAllAtomically({ [file]: text });
  return { record: parseRecord(text, file).record, resumed: false };
}

/** Weights stand for the earlier origins: what these taught later does not matter to this one. */
function identityOfRecord({ options, origin, known, actual, members, seed }: OriginToLearn): Promise<string> {
  const last = addWeeks(origin, options.horizons.at(-1)!);
  return identityOf({
    version: RECORD_VERSION,
    components: options.components.map(({ id, version }) => [id, version]),
    families: options.families,
    horizons: options.horizons,
    spreads: options.spread === false ? [] : SPREADS,
    weights: learnAt(options, origin).map(({ weights }) => [...weights]),
    members,
    seed: String(seed),
    known: numbersIn(known, () => true),
    actual: numbersIn(actual, (date) => date > origin && date <= last),
  });
}

export interface LearnOptions {
  readonly optionsWith: (records: () => readonly StackRecord[]) => StackOptions;
  readonly from: string;
  readonly members: number;
  readonly seed: bigint;
  readonly folder: string;
  readonly stored: readonly StoredRecord[];
  readonly progress: Progress;
}

/** All monthly origins, in order: each learns from those before it. */
export async function learnAll(
  evidence: Evidence,
  { optionsWith, from, members, seed, folder, stored, progress }: LearnOptions,
): Promise<{ origins: number; resumed: number }> {
  const records: StackRecord[] = [];
  const options = optionsWith(() => records);
  const mondays = evidence.mondays.filter((date) => date >= POSITIONAL_SINCE);
  const origins = monthlyOrigins(mondays, from, options.horizons[0]!);
  const actual = historiesFrom(evidence.hindsight());
  const byOrigin = new Map(stored.map((each) => [each.record.origin, each]));
  let resumed = 0;
  for (const [k, origin] of origins.entries()) {
    progress("Learning from past origins", k, origins.length);
    const known = historiesFrom(evidence.asOf(origin));
    const learnt = await learnOrigin({
      options,
      origin,
      known,
      actual,
      members,
      seed,
      folder,
      stored: byOrigin.get(origin),
    });
    records.push(learnt.record);
    if (learnt.resumed) resumed += 1;
  }
  progress("Learning from past origins", origins.length, origins.length);
  return { origins: origins.length, resumed };
}
