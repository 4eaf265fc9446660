import { mondayOnOrAfter, mondayOnOrBefore } from "@logjam/evidence";
import { nearestName } from "@logjam/lang";
import { CommandError } from "../errors.ts";

const complaint = (code: string, place: string, reason: string, nextStep: string): CommandError =>
  new CommandError({ code: `forecast/${code}`, place, reason, nextStep });

const didYouMean = (name: string, known: readonly string[]): string => {
  const near = nearestName(name, known);
  return near === undefined ? `Known: ${known.join(", ")}.` : `Did you mean '${near}'?`;
};

/** Every complaint of `logjam forecast`: tests call the same functions. */
export const forecastErrors = {
  unknownSeries: (name: string, known: readonly string[]) =>
    complaint("unknown-series", `--series ${name}`, `there is no series '${name}'.`, didYouMean(name, known)),
  unknownModel: (name: string, known: readonly string[]) =>
    complaint("unknown-model", `--model ${name}`, `there is no forecaster '${name}'.`, didYouMean(name, known)),
  notForecast: (model: string, series: string, can: readonly string[]) =>
    complaint(
      "not-forecast",
      `--model ${model} --series ${series}`,
      `${model} does not forecast ${series}.`,
      can.length === 0 ? "Choose another --model." : `Ask it for ${can.join(", ")}, or choose another --model.`,
    ),
  noData: (series: string, asOf: string, last: string | undefined) =>
    complaint(
      "no-data",
      `--series ${series} --as-of ${asOf}`,
      last === undefined
        ? `the data hold nothing on ${series} that was known by then.`
        : `what was known of ${series} ends on ${last}, too long before ${asOf}.`,
      "Import the source's files (logjam data import), or leave the series out.",
    ),
  notADate: (text: string) =>
    complaint("date", `--as-of ${text}`, "a date is written like 2025-12-29.", "Give a Monday as year-month-day."),
  notAMonday: (date: string, last: string) => {
    const [before, after] = [mondayOnOrBefore(date), mondayOnOrAfter(date)];
    const gap = (monday: string) => Math.abs(Date.parse(monday) - Date.parse(date));
    const nearest = gap(after) < gap(before) && after <= last ? after : before;
    return complaint(
      "not-a-monday",
      `--as-of ${date}`,
      "forecasts start on a Monday.",
      `The nearest is ${nearest}: --as-of ${nearest}.`,
    );
  },
  tooEarly: (date: string, first: string) =>
    complaint(
      "too-early",
      `--as-of ${date}`,
      "too little of the positional phase was known by then to forecast from.",
      `The first possible date is ${first}.`,
    ),
  afterData: (date: string, last: string) =>
    complaint(
      "after-data",
      `--as-of ${date}`,
      `the data end on ${last}.`,
      `Forecast as of ${last}, or bring the data up to date first: logjam data update, or logjam data import FILES.`,
    ),
  extension: (file: string) =>
    complaint("extension", `--out ${file}`, "the file's ending says its form.", "End it in .csv or .parquet."),
  ledgerBroken: (file: string, why: string) =>
    complaint(
      "ledger-broken",
      file,
      why,
      "Restore the ledger from version control: git log -- data/forecasts shows every change.",
    ),
  ledgerUnsound: (folder: string, findings: readonly string[]) =>
    complaint(
      "ledger-unsound",
      folder,
      `the ledger is not what was recorded:\n${findings.map((finding) => `  - ${finding}`).join("\n")}`,
      "Do not trust its scores. Restore it from version control: git log -- data/forecasts shows every change.",
    ),
  alreadyMade: (asOf: string, model: string, file: string) =>
    complaint(
      "already-recorded",
      file,
      `a forecast by ${model} as of ${asOf} with this seed, these data and this version is in the ledger already.`,
      "A forecast is recorded once; a later look belongs to a later date.",
    ),
  madeBeforeLast: (made: string, last: string) =>
    complaint(
      "made-early",
      `--made ${made}`,
      `the ledger's last entry was made on ${last}: a forecast cannot be dated back.`,
      "Leave --made out, or set the computer's clock right.",
    ),
  brokenRecord: (file: string, why: string) =>
    complaint(
      "stack-record",
      file,
      `what an earlier origin taught cannot be read: ${why}.`,
      "Restore data/track-record from version control, or make it again: logjam forecast learn.",
    ),
};
