/** From the text of a link to a setting. What cannot be read is told, and the rest holds: never an empty page. */
import { type Complaint, suggestion } from "../errors.ts";
import { LINK_VERSION } from "./encode-link.ts";
import { HORIZON, type LeverSetting, type LinkVocabulary, type ModelName, SECTIONS, type Setting } from "./setting.ts";

export interface DecodedLink {
  readonly setting: Setting;
  readonly complaints: readonly Complaint[];
}

const KEYS = [
  "v",
  "asof",
  "model",
  "scenario",
  "compare",
  "horizon",
  "by",
  "seed",
  "of",
  "view",
  "focus",
  "hindsight",
  "embed",
] as const;
const MODELS: readonly ModelName[] = ["M1", "M2"];

type Draft = { -readonly [K in keyof Setting]: Setting[K] };

/** `link`: a whole address, or what follows its `#`. An empty one is the standard setting. */
export function decodeLink(link: string, vocabulary: LinkVocabulary): DecodedLink {
  const { standard } = vocabulary;
  const complaints: Complaint[] = [];
  const complain = (code: string, place: string, reason: string, nextStep: string): void => {
    complaints.push({ code, place, reason, nextStep });
  };
  const text = (link.includes("#") ? link.slice(link.indexOf("#") + 1) : /^\w+:\/\//.test(link) ? "" : link).trim();
  if (text === "") return { setting: standard, complaints };
  const pairs = readPairs(text, complain);
  const version = pairs.get("v");
  if (version !== String(LINK_VERSION)) {
    const reason =
      version === undefined ? "the link does not say its version" : `the link is of version ${version.slice(0, 20)}`;
    complain("link/version", "v", `${reason}; this page reads version ${LINK_VERSION}.`, "The standard view is shown.");
    return { setting: standard, complaints };
  }
  const draft: Draft = { ...standard, levers: {} };
  const view = { ...standard.view };
  const levers: Record<string, LeverSetting> = {};
  const choice = <T extends string>(key: string, value: string, known: readonly T[], set: (value: T) => void): void => {
    if ((known as readonly string[]).includes(value)) set(value as T);
    else
      complain("link/unknown-name", `${key}=${value}`, `there is no ${key} '${value}' here.`, suggestion(value, known));
  };
  const whole = (key: string, value: string, least: number, most: number, set: (value: number) => void): void => {
    const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
    if (number >= least && number <= most) set(number);
    else wrong(key, value, `a whole number from ${least} to ${most} is expected.`);
  };
  const wrong = (key: string, value: string, expected: string): void =>
    complain("link/value", `${key}=${value}`, `${key} is '${value}'; ${expected}`, "The standard value is used.");

  const read: Readonly<Record<Exclude<(typeof KEYS)[number], "v" | "of" | "by">, (value: string) => void>> = {
    asof: (value) =>
      choice("asof", value, vocabulary.dates, (date) => {
        draft.asOf = date;
      }),
    model: (value) =>
      choice("model", value, MODELS, (model) => {
        draft.model = model;
      }),
    scenario: (value) =>
      choice("scenario", value, vocabulary.scenarios, (id) => {
        draft.scenario = id;
      }),
    compare: (value) =>
      choice("compare", value, vocabulary.scenarios, (id) => {
        draft.compare = id;
      }),
    horizon: (value) =>
      whole("horizon", value, HORIZON.least, HORIZON.most, (weeks) => {
        draft.horizonWeeks = weeks;
      }),
    seed: (value) => {
      if (/^\d{1,19}$/.test(value)) draft.seed = value;
      else wrong("seed", value, "a seed is a whole number of at most 19 digits.");
    },
    view: (value) =>
      choice("view", value, SECTIONS, (section) => {
        Object.assign(view, { section });
      }),
    focus: (value) => Object.assign(view, { focus: value }),
    hindsight: (value) =>
      choice("hindsight", value, ["yes", "no"], (yes) => {
        Object.assign(view, { hindsight: yes === "yes" });
      }),
    embed: (value) =>
      choice("embed", value, ["yes", "no"], (yes) => {
        Object.assign(view, { embed: yes === "yes" });
      }),
  };
  for (const [key, value] of pairs) {
    if (Object.hasOwn(read, key)) read[key as keyof typeof read](value);
    else if (key.includes(".")) readLever(key, value, vocabulary, levers, complain);
    else if (!(KEYS as readonly string[]).includes(key))
      complain("link/unknown-key", key, `'${key}' is not a key that is known here.`, suggestion(key, KEYS));
  }
  draft.byWeek = Math.min(draft.byWeek, draft.horizonWeeks);
  const by = pairs.get("by");
  if (by !== undefined)
    whole("by", by, 1, draft.horizonWeeks, (week) => {
      draft.byWeek = week;
    });
  const [of, now] = [pairs.get("of"), vocabulary.identity(draft.asOf, draft.model)];
  if (of !== undefined && now !== undefined && of !== now)
    complain(
      "link/other-numbers",
      `of=${of}`,
      `the link was made with other data or another version of ${draft.model} (${of.slice(0, 20)}, now ${now}).`,
      "The numbers may differ from those that were linked to.",
    );
  return { setting: { ...draft, levers, view }, complaints };
}

type Complain = (code: string, place: string, reason: string, nextStep: string) => void;

function readPairs(text: string, complain: Complain): Map<string, string> {
  const pairs = new Map<string, string>();
  for (const piece of text.split("&")) {
    if (piece === "") continue;
    const at = piece.indexOf("=");
    try {
      if (at < 1) throw new URIError();
      pairs.set(decodeURIComponent(piece.slice(0, at)), decodeURIComponent(piece.slice(at + 1)));
    } catch {
      const shown = piece.slice(0, 60);
      complain("link/malformed", shown, `'${shown}' is not of the form key=value.`, "It is passed over.");
    }
  }
  return pairs;
}

function readLever(
  name: string,
  text: string,
  { levers: known }: LinkVocabulary,
  levers: Record<string, LeverSetting>,
  complain: Complain,
): void {
  const lever = known.find((one) => one.name === name);
  if (lever === undefined) {
    const names = known.map((one) => one.name);
    complain("link/unknown-name", name, `there is no lever '${name}'.`, suggestion(name, names));
    return;
  }
  const [low, high] = lever.range;
  const course = text.split(";").map((piece) => {
    const [value, from] = piece.split("@") as [string, string | undefined];
    return { from: from === undefined ? 0 : number(from), value: number(value) };
  });
  const sound = course.every(
    ({ from, value }, i) =>
      Number.isInteger(from) && from >= (i === 0 ? 0 : course[i - 1]!.from + 1) && value >= low && value <= high,
  );
  if (!sound)
    complain(
      "link/value",
      `${name}=${text}`,
      `${name} is '${text}'; a value from ${low} to ${high} is expected, or several with rising weeks, such as ${low}@0;${high}@26.`,
      "The scenario's own value is used.",
    );
  else levers[name] = course.length === 1 && course[0]!.from === 0 ? course[0]!.value : course;
}

const number = (text: string): number => (/^-?\d+(\.\d+)?(e-?\d+)?$/i.test(text) ? Number(text) : Number.NaN);
