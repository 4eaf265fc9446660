import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeLink } from "./decode-link.ts";
import { encodeLink } from "./encode-link.ts";
import { HORIZON, type LeverSetting, type LinkVocabulary, SECTIONS, type Setting } from "./setting.ts";

const standard: Setting = {
  asOf: "2025-12-29",
  model: "M2",
  scenario: "not-lose",
  levers: {},
  seed: "20231127",
  horizonWeeks: 104,
  byWeek: 104,
  view: { section: "question", hindsight: false, embed: false },
};
const vocabulary: LinkVocabulary = {
  standard,
  dates: ["2023-11-27", "2025-12-29"],
  scenarios: ["not-lose", "recipe+west"],
  levers: [
    { name: "recipe.recipe[ua,air]", range: [0, 1] },
    { name: "coalition.signal", range: [-1, 1] },
  ],
  identity: (asOf, model) => `${model}${asOf.slice(0, 4)}`,
};
const lever: fc.Arbitrary<LeverSetting> = fc.oneof(
  fc.double({ min: 0, max: 1, noNaN: true }).map((x) => x + 0),
  fc
    .uniqueArray(
      fc.record({ from: fc.integer({ min: 1, max: 156 }), value: fc.double({ min: 0, max: 1, noNaN: true }) }),
      {
        minLength: 1,
        maxLength: 4,
        selector: ({ from }) => from,
      },
    )
    .map((course) => course.map(({ from, value }) => ({ from, value: value + 0 })).sort((a, b) => a.from - b.from)),
);
const settings: fc.Arbitrary<Setting> = fc
  .record({
    asOf: fc.constantFrom(...vocabulary.dates),
    model: fc.constantFrom("M1" as const, "M2" as const),
    scenario: fc.constantFrom(...vocabulary.scenarios),
    levers: fc.dictionary(fc.constantFrom(...vocabulary.levers.map(({ name }) => name)), lever, {
      noNullPrototype: true,
    }),
    compare: fc.option(fc.constantFrom(...vocabulary.scenarios), { nil: undefined }),
    seed: fc.bigInt({ min: 0n, max: 9n * 10n ** 18n }).map(String),
    horizonWeeks: fc.integer({ min: HORIZON.least, max: HORIZON.most }),
    byWeek: fc.integer({ min: 1, max: HORIZON.least }),
    view: fc.record({
      section: fc.constantFrom(...SECTIONS),
      focus: fc.option(fc.string({ minLength: 1, maxLength: 12 }), { nil: undefined }),
      hindsight: fc.boolean(),
      embed: fc.boolean(),
    }),
  })
  .map(({ compare, ...rest }) => ({ ...rest, compare }));

const codes = (link: string) => decodeLink(link, vocabulary).complaints.map(({ code }) => code);

describe("links", () => {
  it("hold every setting, to the bit", () => {
    fc.assert(
      fc.property(settings, (setting) => {
        const { setting: got, complaints } = decodeLink(
          `https://x.org/a/#${encodeLink(setting, vocabulary)}`,
          vocabulary,
        );
        expect(complaints).toEqual([]);
        expect(got).toEqual(setting);
      }),
    );
  });

  it("are readable", () => {
    const setting = { ...standard, levers: { "recipe.recipe[ua,air]": [{ from: 26, value: 0.5 }] } };
    expect(encodeLink(setting, vocabulary)).toBe(
      "v=1&asof=2025-12-29&model=M2&scenario=not-lose&horizon=104&by=104&seed=20231127&of=M22025&recipe.recipe[ua,air]=0.5@26",
    );
  });

  it("that are empty are the standard setting", () => {
    for (const link of ["", "#", "https://x.org/a/", "https://x.org/a/#"])
      expect(decodeLink(link, vocabulary)).toEqual({ setting: standard, complaints: [] });
  });

  it("name what they do not know, with the nearest that they do, and keep the rest", () => {
    const link = "v=1&scenarion=x&scenario=recipe%2Bwset&by=12&recipe.recipe[ua,ari]=1&asof=2023-11-27";
    const { setting, complaints } = decodeLink(link, vocabulary);
    expect(setting).toEqual({ ...standard, asOf: "2023-11-27", byWeek: 12 });
    expect(complaints.map(({ code, nextStep }) => [code, nextStep])).toEqual([
      ["link/unknown-key", "Did you mean 'scenario'?"],
      ["link/unknown-name", "Did you mean 'recipe+west'?"],
      ["link/unknown-name", "Did you mean 'recipe.recipe[ua,air]'?"],
    ]);
  });

  it("with wrong values say so and show the standard ones", () => {
    expect(codes("v=1&by=0")).toEqual(["link/value"]);
    expect(codes("v=1&horizon=9999&seed=-1&hindsight=perhaps")).toEqual([
      "link/value",
      "link/value",
      "link/unknown-name",
    ]);
    expect(codes("v=1&recipe.recipe[ua,air]=2")).toEqual(["link/value"]);
    expect(codes("v=1&recipe.recipe[ua,air]=1@9;0@9")).toEqual(["link/value"]);
    expect(codes("v=1&coalition.signal=NaN")).toEqual(["link/value"]);
  });

  it("of other versions, or cut off, show the standard setting and say so", () => {
    expect(codes("v=2&asof=2023-11-27")).toEqual(["link/version"]);
    expect(codes("scenario=recipe+west")).toEqual(["link/version"]);
    expect(codes("v=1&%E0%A4%A&=3&recipe")).toEqual(["link/malformed", "link/malformed", "link/malformed"]);
  });

  it("made with other numbers say so", () => {
    expect(codes("v=1&of=M22025")).toEqual([]);
    expect(codes("v=1&of=older")).toEqual(["link/other-numbers"]);
  });

  it("never throw, whatever they are", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((s) => `v=1&${s}`),
        ),
        (text) => {
          const { setting } = decodeLink(text, vocabulary);
          expect(vocabulary.dates).toContain(setting.asOf);
          expect(setting.byWeek).toBeLessThanOrEqual(setting.horizonWeeks);
        },
      ),
    );
  });
});
