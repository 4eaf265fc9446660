/** The ledger of published forecasts: one quantile file each, and an index whose entries are chained by hash. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { identityOf } from "@logjam/analysis";
import { sha256 } from "@logjam/kernel";
import * as z from "zod";
import { writeAllAtomically } from "../files/atomic.ts";
import { forecastErrors } from "./errors.ts";
import type { MadeForecast } from "./make-forecast.ts";
import { quantileRows, quantileText } from "./quantile-file.ts";
import { type Taught, taughtEntry } from "./taught.ts";

const FORMAT = "logjam-forecasts/1";
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const hash = z.string().regex(/^[0-9a-f]{64}$/);

const entrySchema = z.strictObject({
  /** The day on which the forecast was made, by the clock of who made it. */
  made: day,
  asOf: day,
  series: z.array(z.string()).min(1),
  weeks: z.int().positive(),
  members: z.int().positive(),
  seed: z.string(),
  model: z.strictObject({ id: z.string(), version: hash }),
  /** What a stack had learnt by the as-of date, by family of targets; empty for other models. */
  taught: z.record(
    z.string(),
    z.strictObject({ origins: z.int(), weights: z.record(z.string(), z.number()), spreads: z.array(z.number()) }),
  ),
  /** What was known: its SHA-256, and the last date of all data at hand. */
  data: z.strictObject({ identity: hash, to: day }),
  file: z.string().regex(/^[\w.-]+\.csv$/),
  sha256: hash,
  /** The entry before; empty for the first. */
  previous: z.union([hash, z.literal("")]),
  /** SHA-256 of the canonical JSON of all of the above. */
  entry: hash,
});
const ledgerSchema = z.strictObject({ format: z.literal(FORMAT), entries: z.array(entrySchema) });

export type LedgerEntry = z.infer<typeof entrySchema>;
type Unsealed = Omit<LedgerEntry, "entry">;

const INDEX = "index.json";
/** Files of the folder that are not forecasts. */
const OTHERS: ReadonlySet<string> = new Set([INDEX, "scores.csv", "README.md"]);

/** The entries in the order in which they were made; none where there is no ledger. Throws `forecast/ledger-broken`. */
export function readLedger(folder: string): LedgerEntry[] {
  const file = join(folder, INDEX);
  if (!existsSync(file)) return [];
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw forecastErrors.ledgerBroken(file, `it is not JSON: ${(error as Error).message}.`);
  }
  const found = ledgerSchema.safeParse(value);
  if (found.success) return found.data.entries;
  const { path, message } = found.error.issues[0]!;
  throw forecastErrors.ledgerBroken(file, `${path.join(".")}: ${message}.`);
}

const seal = (entry: Unsealed): Promise<string> => identityOf(entry);

export interface RecordRequest {
  readonly forecast: MadeForecast;
  readonly model: { readonly id: string; readonly version: string };
  readonly taught: readonly Taught[];
  readonly made: string;
  readonly folder: string;
}

/**
 * Adds a forecast to the ledger: its file and the index change together or not at all. A forecast that is there already
 * is refused, and so is a day before that of the last entry. Throws `forecast/...`.
 */
export async function recordForecast(request: RecordRequest): Promise<LedgerEntry> {
  const { forecast, model, taught, made, folder } = request;
  const entries = await soundLedger(folder);
  const last = entries.at(-1);
  if (last !== undefined && made < last.made) throw forecastErrors.madeBeforeLast(made, last.made);
  const { asOf, series, weeks, members, seed, dataIdentity, dataTo } = forecast;
  const version = await sha256(model.version);
  const text = quantileText(quantileRows(forecast));
  const question = {
    asOf,
    series: [...series],
    weeks,
    members,
    seed: String(seed),
    model: { id: model.id, version },
    taught: taughtEntry(taught),
    data: { identity: dataIdentity, to: dataTo },
  };
  const name = `${asOf}-${model.id}-${(await identityOf(question)).slice(0, 8)}.csv`;
  if (entries.some(({ file }) => file === name)) throw forecastErrors.alreadyMade(asOf, model.id, join(folder, name));
  const unsealed: Unsealed = {
    made,
    ...question,
    file: name,
    sha256: await sha256(text),
    previous: last?.entry ?? "",
  };
  const entry = { ...unsealed, entry: await seal(unsealed) };
  const index = { format: FORMAT, entries: [...entries, entry] };
  await writeAllAtomically({
    [join(folder, name)]: text,
    [join(folder, INDEX)]: `${JSON.stringify(index, null, 2)}\n`,
  });
  return entry;
}

/** The entries of a ledger that is what was recorded. Throws `forecast/ledger-unsound` with everything that is wrong. */
export async function soundLedger(folder: string): Promise<LedgerEntry[]> {
  const entries = readLedger(folder);
  const findings = await findingsOf(folder, entries);
  if (findings.length > 0) throw forecastErrors.ledgerUnsound(folder, findings);
  return entries;
}

/** What is wrong with a ledger: entries changed, out of order or cut from the chain; files changed, missing or unlisted. */
export async function findingsOf(folder: string, entries: readonly LedgerEntry[]): Promise<string[]> {
  const findings: string[] = [];
  let [previous, made] = ["", ""];
  for (const [i, { entry, ...unsealed }] of entries.entries()) {
    const name = `entry ${i + 1} (${unsealed.file})`;
    if ((await seal(unsealed)) !== entry) findings.push(`${name} was changed after it was recorded`);
    if (unsealed.previous !== previous) findings.push(`${name} does not follow on the entry before it`);
    if (unsealed.made < made) findings.push(`${name} is dated before the entry before it`);
    if (unsealed.made < unsealed.asOf) findings.push(`${name} says it was made before its own as-of date`);
    if (unsealed.asOf > unsealed.data.to) findings.push(`${name} speaks from a date beyond its own data`);
    const file = join(folder, unsealed.file);
    if (!existsSync(file)) findings.push(`${name}: the file is missing`);
    else if ((await sha256(readFileSync(file))) !== unsealed.sha256)
      findings.push(`${name}: the file was changed after it was recorded`);
    [previous, made] = [entry, unsealed.made];
  }
  const listed = new Set(entries.map(({ file }) => file));
  const present = existsSync(folder) ? readdirSync(folder).sort() : [];
  for (const file of present)
    if (file.endsWith(".csv") && !listed.has(file) && !OTHERS.has(file))
      findings.push(`${file} is in the folder, but no entry speaks of it`);
  return findings;
}
