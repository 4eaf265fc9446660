import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { main } from "./main.ts";

const home = new URL("../../..", import.meta.url).pathname.replace(/\/$/, "");
const goodClaims = readFileSync(join(home, "claims/path-to-victory.yaml"), "utf8");
const goodScenario = readFileSync(join(home, "scenarios/recipe+west.yaml"), "utf8");

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "logjam-bad-"));
  cpSync(join(home, "scenarios"), join(folder, "scenarios"), { recursive: true });
  writeFileSync(join(folder, "claims.yaml"), goodClaims);
});
afterEach(() => {
  chmodSync(folder, 0o755);
  rmSync(folder, { recursive: true, force: true });
});

interface Said {
  readonly code: number;
  readonly text: string;
}

/** Runs the command with a small ensemble; what it says on either stream. */
async function logjam(...argv: string[]): Promise<Said> {
  let text = "";
  const write = (piece: string) => {
    text += piece;
  };
  const stream = { write };
  const code = await main(argv, { stdout: stream, stderr: stream, environment: {}, cwd: folder, home });
  return { code, text };
}

const ask = (...more: string[]) =>
  logjam(
    "ask",
    "claims.yaml",
    "--scenarios",
    join(folder, "scenarios"),
    "--particles",
    "64",
    "--members",
    "100",
    ...more,
  );

const writeClaims = (change: (text: string) => string) => {
  const changed = change(goodClaims);
  expect(changed).not.toBe(goodClaims);
  writeFileSync(join(folder, "claims.yaml"), changed);
};
const writeScenario = (change: (text: string) => string) => {
  const changed = change(goodScenario);
  expect(changed).not.toBe(goodScenario);
  writeFileSync(join(folder, "scenarios/recipe+west.yaml"), changed);
};

/** One clear message: exit code 2, the code, the place, a next step; no stack trace; nothing written. */
function expectComplaint(said: Said, code: string, place: RegExp, next: RegExp): void {
  expect(said.text).toContain(code);
  expect(said.code).toBe(2);
  expect(said.text).toMatch(place);
  expect(said.text).toMatch(next);
  expect(said.text).not.toMatch(/\n {4}at /);
  expect(readdirSync(folder)).not.toContain("out");
}

const replaced = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);

describe("claim files", () => {
  const cases: readonly [what: string, change: (text: string) => string, code: string, place: RegExp, next: RegExp][] =
    [
      [
        "a misspelt key",
        replaced("horizonWeeks:", "horizonWeek:"),
        "claims/unknown-key",
        /claims\.yaml:13:1/,
        /Did you mean 'horizonWeeks'/,
      ],
      [
        "a misspelt key deep inside",
        replaced("{ scenario: not-lose, outcome: strategicDefeat }", "{ scenaro: not-lose, outcome: strategicDefeat }"),
        "claims/unknown-key",
        /claims\.yaml:\d+:24/,
        /Did you mean 'scenario'/,
      ],
      [
        "a key nobody knows",
        replaced("headline:", "zzzzzzzzzzz: 1\nheadline:"),
        "claims/unknown-key",
        /claims\.yaml:5:1/,
        /Known: .*headline/,
      ],
      [
        "an unknown scenario",
        replaced("scenario: not-lose,", "scenario: not-loose,"),
        "claims/unknown-scenario",
        /claims\.yaml:\d+:\d+/,
        /Did you mean 'not-lose'/,
      ],
      [
        "an unknown outcome",
        replaced("outcome: strategicDefeat", "outcome: strategicDefeet"),
        "claims/unknown-outcome",
        /claims\.yaml/,
        /Did you mean 'strategicDefeat'/,
      ],
      [
        "an unknown parameter",
        replaced("coalition.reactiveAim", "coalition.reactiveAin"),
        "claims/unknown-parameter",
        /claims\.yaml/,
        /Did you mean 'coalition.reactiveAim'/,
      ],
      [
        "an unknown series",
        replaced("series: aid-military-germany", "series: aid-military-germny"),
        "claims/unknown-series",
        /claims\.yaml/,
        /Did you mean 'aid-military-germany'/,
      ],
      [
        "a probability above one",
        replaced("atLeast: 0.05", "atLeast: 5"),
        "claims/value",
        /claims\.yaml:\d+/,
        /docs\/schema\/claims\.json/,
      ],
      [
        "both bars at once",
        replaced("atLeast: 0.05", "atLeast: 0.05\n        atMost: 0.5"),
        "claims/value",
        /claims\.yaml:\d+/,
        /Mend/,
      ],
      ["no bar", replaced("        atLeast: 0.05\n", ""), "claims/value", /claims\.yaml:\d+/, /Mend/],
      [
        "two of a kind in one proposition",
        replaced(
          "probability: { scenario: not-lose, outcome: strategicDefeat }",
          "probability: { scenario: not-lose, outcome: strategicDefeat }\n        parameter: { name: coalition.reactiveAim, above: 0.5 }",
        ),
        "claims/value",
        /claims\.yaml:\d+/,
        /Mend/,
      ],
      ["an id used twice", replaced("- id: C2", "- id: C1"), "claims/value", /claims\.yaml/, /Mend/],
      [
        "a headline claim that is not there",
        replaced("headlineClaim: C9", "headlineClaim: C99"),
        "claims/value",
        /claims\.yaml:6/,
        /Mend/,
      ],
      [
        "a date that is none",
        replaced("asOf: 2023-11-27", "asOf: 2023-13-41"),
        "claims/value",
        /claims\.yaml:12/,
        /Mend/,
      ],
      [
        "a day that is no Monday",
        replaced("asOf: 2023-11-27", "asOf: 2023-11-28"),
        "ask/as-of",
        /claims\.yaml:12/,
        /2023-11-27/,
      ],
      [
        "a date before the record",
        replaced("asOf: 2023-11-27", "asOf: 2021-11-29"),
        "ask/as-of",
        /claims\.yaml:12/,
        /2023-06-05/,
      ],
      [
        "a week beyond the horizon",
        replaced("outcome: strategicDefeat }", "outcome: strategicDefeat, byWeek: 400 }"),
        "claims/beyond-horizon",
        /claims\.yaml:\d+/,
        /earlier week/,
      ],
      [
        "a window longer than the record",
        replaced("against: { weeks: 52, ending: 13 }", "against: { weeks: 520, ending: 13 }"),
        "claims/short-record",
        /claims\.yaml:\d+/,
        /Shorten/,
      ],
      ["broken YAML", replaced("claims:", "claims: ["), "claims/yaml", /claims\.yaml:\d+:\d+/, /Mend the YAML/],
      [
        "a tab for indentation",
        replaced("  - id: C1", "\t- id: C1"),
        "claims/yaml",
        /claims\.yaml:\d+:\d+/,
        /Mend the YAML/,
      ],
      [
        "the same key twice",
        replaced("headline:", "title: x\nheadline:"),
        "claims/yaml",
        /claims\.yaml:5/,
        /Mend the YAML/,
      ],
      [
        "aliases that expand without end",
        replaced("caveats:", "caveats: &a [*a, *a]\n    x:"),
        "claims/",
        /claims\.yaml/,
        /./,
      ],
      [
        "a number for text",
        replaced('title: "Ukraine: The path to victory?"', "title: 12"),
        "claims/value",
        /claims\.yaml:4/,
        /Mend/,
      ],
      ["another format", replaced("logjam-claims/1", "logjam-claims/7"), "claims/value", /claims\.yaml:3/, /Mend/],
      [
        "an address that is none",
        replaced("url: https://", "url: javascript:"),
        "claims/value",
        /claims\.yaml:11/,
        /Mend/,
      ],
      ["an empty file", () => "", "claims/empty", /claims\.yaml/, /docs\/schema\/claims\.json/],
      ["a file of comments", () => "# nothing\n", "claims/value", /claims\.yaml/, /Mend/],
      ["a list instead of a map", () => "- 1\n- 2\n", "claims/value", /claims\.yaml:1:1/, /Mend/],
    ];
  it.each(cases)("%s", async (_, change, code, place, next) => {
    writeClaims(change);
    expectComplaint(await ask(), code, place, next);
  });
  it("is not there", async () => {
    expectComplaint(await logjam("ask", "nothing.yaml"), "claims/file", /nothing\.yaml/, /Check the path/);
  });
  it("is a folder", async () => {
    expectComplaint(await logjam("ask", "scenarios"), "claims/file", /scenarios/, /Check the path/);
  });
  it("is not text", async () => {
    writeFileSync(join(folder, "claims.yaml"), Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x41]));
    expectComplaint(await ask(), "claims/file", /claims\.yaml/, /Check the path/);
  });
});

describe("scenario files", () => {
  const cases: readonly [what: string, change: (text: string) => string, code: string, next: RegExp][] = [
    [
      "an unknown lever",
      replaced("coalition.winWeight", "coalition.winWieght"),
      "scenario/unknown-lever",
      /Did you mean 'coalition.winWeight'/,
    ],
    ["an unknown element", replaced("{ ua: 1 }", "{ uk: 1 }"), "scenario/unknown-element", /Did you mean 'ua'/],
    [
      "an element of the wrong depth",
      replaced("{ ua: 1 }", "{ ua: { breech: 1 } }"),
      "scenario/unknown-element",
      /breaching/,
    ],
    ["a value out of range", replaced("{ ua: 1 }", "{ ua: 1.5 }"), "scenario/range", /between 0 and 1/],
    ["not a number", replaced("{ ua: 1 }", "{ ua: .nan }"), "scenario/", /./],
    ["weights that do not add up", replaced("winWeight: 1", "winWeight: 0.4"), "scenario/sum", /add up to 1/],
    [
      "a change before the as-of date",
      replaced("recipeShareOfAid: 0.25", "recipeShareOfAid: [{ from: 2022-01-03, value: 0.2 }]"),
      "scenario/date",
      /2023-11-27/,
    ],
    [
      "changes out of order",
      replaced("recipeShareOfAid: 0.25", "recipeShareOfAid: [{ from: 9, value: 0.2 }, { from: 3, value: 0.1 }]"),
      "scenario/order",
      /earliest to the latest/,
    ],
    ["a misspelt key", replaced("meaning:", "meening:"), "scenario/unknown-key", /Did you mean 'meaning'/],
    ["broken YAML", replaced("levers:", "levers: {"), "scenario/yaml", /Mend the YAML/],
    ["an empty file", () => " \n", "scenario/empty", /docs\/schema\/scenario\.json/],
  ];
  it.each(cases)("%s", async (_, change, code, next) => {
    writeScenario(change);
    expectComplaint(await ask(), code, /scenarios\/recipe\+west\.yaml/, next);
  });
  it("a folder without any", async () => {
    mkdirSync(join(folder, "none"));
    expectComplaint(
      await logjam("ask", "claims.yaml", "--scenarios", join(folder, "none")),
      "scenario/none",
      /none/,
      /--scenarios/,
    );
  });
});

describe("options", () => {
  it.each([
    ["--as-of", "27.11.2023", "option/value"],
    ["--as-of", "2023-11-29", "ask/as-of"],
    ["--as-of", "2031-01-06", "ask/as-of"],
    ["--seed", "-1", "option/value"],
    ["--seed", "1e9", "option/value"],
    ["--members", "lots", "option/value"],
    ["--members", "0", "option/value"],
    ["--particles", "12.5", "option/value"],
    ["--models", "M9", "option/value"],
  ])("%s %s", async (option, value, code) => {
    expectComplaint(await ask(`${option}=${value}`), code, new RegExp(option), /./);
  });
  it("an unknown option names the nearest", async () => {
    const said = await ask("--sead", "1");
    expect(said.code).toBe(2);
    expect(said.text).toMatch(/Did you mean --seed/);
  });
  it("an unknown command names the nearest", async () => {
    const said = await logjam("asc");
    expect(said.code).toBe(2);
    expect(said.text).toMatch(/Did you mean ask/);
  });
  it("an unknown schema", async () => {
    expectComplaint(await logjam("schema", "claim"), "option/value", /schema claim/, /Did you mean 'claims'/);
  });
});

describe("the evidence snapshot", () => {
  const broken = (file: string, change: (text: string) => string) => {
    cpSync(join(home, "data"), join(folder, "data"), { recursive: true });
    const path = join(folder, "data", file);
    writeFileSync(path, change(readFileSync(path, "utf8")));
    return ask("--data", join(folder, "data"));
  };
  it.each([
    ["truncated within a row", (text: string) => text.slice(0, Math.floor(text.length / 2) - 7)],
    ["empty", () => ""],
    ["without its header", (text: string) => text.slice(text.indexOf("\n") + 1)],
    ["a word for a number", (text: string) => text.replace(/,\d+\.\d\d,/, ",many,")],
    ["not a table at all", () => "<html></html>\n"],
  ])("area-weekly.csv is %s", async (_, change) => {
    expectComplaint(await broken("area-weekly.csv", change), "/", /area-weekly\.csv/, /./);
  });
  it("losses-weekly.csv is broken", async () => {
    expectComplaint(
      await broken("losses-weekly.csv", (text) => text.replace("personnel", '"personnel')),
      "/",
      /losses-weekly\.csv/,
      /./,
    );
  });
  it("is not there", async () => {
    expectComplaint(await ask("--data", join(folder, "nowhere")), "/", /nowhere/, /./);
  });
});

describe("the output folder", () => {
  it("is a file", async () => {
    writeFileSync(join(folder, "result"), "mine");
    expectComplaint(await ask("--out", "result"), "output/file", /result/, /--out/);
    expect(readFileSync(join(folder, "result"), "utf8")).toBe("mine");
  });
  it("lies where nothing can be written", async () => {
    expectComplaint(await ask("--out", "/proc/logjam"), "output/file", /proc/, /--out/);
  });
  it("keeps the earlier report when the new one cannot be put in place", async () => {
    mkdirSync(join(folder, "kept/report.html"), { recursive: true });
    writeFileSync(join(folder, "kept/answer.json"), "earlier");
    expectComplaint(await ask("--out", "kept"), "output/file", /report\.html/, /--out/);
    expect(readFileSync(join(folder, "kept/answer.json"), "utf8")).toBe("earlier");
    expect(readdirSync(join(folder, "kept"))).toEqual(["answer.json", "report.html"]);
  });
});
