import { fileURLToPath } from "node:url";
import { mathml } from "@logjam/lang";
import { m1, m2 } from "@logjam/model";
import { describe, expect, it } from "vitest";
import { evidenceData } from "../../build/evidence-data.ts";
import { whyModel } from "../../build/quantities-data.ts";
import { evidenceOf, NOT_EVIDENCE } from "./evidence-of.ts";
import { indexWhy, matchingScalar, scalarParts, scalarsOf } from "./why-model.ts";

const DATA = fileURLToPath(new URL("../../../../data", import.meta.url));
const models = [m1, m2].map((model) => indexWhy(JSON.parse(JSON.stringify(whyModel(model)))));
const { rows, index } = await evidenceData(DATA);

describe.each(models)("why: $model.name", (why) => {
  it("shows every equation, and names places from the repository's root", () => {
    for (const { equations, place } of why.model.quantities) {
      expect(place).toMatch(/^model\/src\//);
      for (const { tex } of equations) expect(mathml(tex)).toMatch(/^<math display="block">.*<\/math>$/s);
    }
  });
  it("knows causes and effects both ways", () => {
    for (const [name, causes] of why.causes)
      for (const cause of causes) expect(why.effects.get(cause), `${cause} acts on ${name}`).toContain(name);
    expect(why.causes.get("outcomes.areaHeld")!.length).toBeGreaterThan(0);
  });
  it("leads from the area down to a parameter and to a series of the record", () => {
    const found = new Set(["outcomes.areaHeld"]);
    for (const name of found) for (const cause of why.causes.get(name) ?? []) found.add(cause);
    const kinds = new Set([...found].map((name) => why.byName.get(name)!.kind));
    expect(kinds).toContain("parameter");
    expect(kinds).toContain("series");
  });
  it("has rows of evidence for every series that is data", () => {
    for (const quantity of why.model.quantities) {
      if (quantity.kind !== "series" || NOT_EVIDENCE.includes(quantity.name)) continue;
      for (const scalar of scalarsOf(why.model, quantity)) {
        const behind = evidenceOf(rows, scalar, "2023-11-27");
        if (scalar.endsWith("[ua]")) {
          // Neither claims nor deaths of Ukraine's are on record week by week.
          expect(behind).toBeUndefined();
          continue;
        }
        expect(behind?.rows.length, scalar).toBeGreaterThan(5);
        expect(behind!.rows.every(([when]) => when <= "2023-11-27")).toBe(true);
        expect(index.sources.some(({ id }) => id.startsWith(behind!.source))).toBe(true);
      }
    }
  });
});

describe("scalars", () => {
  const why = models[1]!;
  it("are taken apart and put together", () => {
    expect(scalarParts("front.area[kherson]")).toEqual({ quantity: "front.area", elements: ["kherson"] });
    expect(scalarParts("front.totalArea")).toEqual({ quantity: "front.totalArea", elements: [] });
    const held = why.byName.get("outcomes.areaBySector")!;
    expect(scalarsOf(why.model, held)).toHaveLength(8);
  });
  it("take thresholds as stated where none is asked for", () => {
    const broken = why.byName.get("outcomes.brokenForUkraine")!;
    expect(matchingScalar(why.model, broken, broken, [])).toBe("outcomes.brokenForUkraine[stated]");
  });
  it("keep the elements that a neighbour shares", () => {
    const own = why.byName.get("outcomes.areaBySector")!;
    const [cause] = why.causes.get(own.name)!;
    const neighbour = why.byName.get(cause!)!;
    expect(matchingScalar(why.model, neighbour, own, ["kherson"])).toBe(`${neighbour.name}[kherson]`);
    expect(matchingScalar(why.model, why.byName.get("outcomes.areaHeld")!, own, ["kherson"])).toBe("outcomes.areaHeld");
  });
});
