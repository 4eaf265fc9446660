import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readRemedies, remediesSection } from "./remedies.ts";

const folder = mkdtempSync(join(tmpdir(), "logjam-remedies-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const HEADER = "remedy,what,target,horizon_weeks,crps_before,crps_after,coverage80_before,coverage80_after,kept";
const write = (...lines: string[]) => writeFileSync(join(folder, "remedies.csv"), `${[HEADER, ...lines].join("\n")}\n`);

describe("remedies", () => {
  it("leave the section out where the file is absent", () => {
    expect(readRemedies(folder)).toEqual([]);
    expect(remediesSection([])).toBe("");
  });
  it("are told with their scores before and after, kept or not", () => {
    write(
      'wider spreads,"Widened only, never narrowed.",area-total,52,1600,1550,0.4,0.47,yes',
      'slower drift,"half-life | of a year",personnel,4,2000,2100,0.8,,no',
    );
    const section = remediesSection(readRemedies(folder));
    expect(section).toMatch(/^## What was tried/);
    expect(section).toContain("Widened only, never narrowed. **Kept.**");
    expect(section).toContain("Half-life | of a year. **Not kept.**");
    expect(section).toContain("| the area that Russia holds, a year | 1,600 | 1,550 | −3 % | 40 % | 47 % | yes |");
    expect(section).toContain(
      "| claimed Russian personnel losses, four weeks | 2,000 | 2,100 | +5 % | 80 % | – | no |",
    );
  });
  it("that cannot be read name the place", () => {
    const place = (text: string) =>
      expect.objectContaining({ code: "track-record/remedies", place: expect.stringContaining(text) });
    write("a,b,area-total,52,many,1,0.5,0.5,yes");
    expect(() => readRemedies(folder)).toThrow(place("remedies.csv:2, crps_before"));
    write("a,b,area-total,52,1,1,0.5,0.5,perhaps");
    expect(() => readRemedies(folder)).toThrow(place("remedies.csv:2, kept"));
    writeFileSync(join(folder, "remedies.csv"), "remedy,what\na,b\n");
    expect(() => readRemedies(folder)).toThrow(place("remedies.csv:1"));
  });
});
