import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseClaims } from "@logjam/analysis";
import { m1, m1Study, m2, m2Study } from "@logjam/model";
import { describe, expect, it } from "vitest";
import { appFans } from "../../build/app-fans.ts";
import { ukWorld } from "./uk/world/index.ts";

const root = fileURLToPath(new URL("../../../..", import.meta.url));
const names = (folder: string) => readdirSync(`${root}/${folder}`).filter((name) => name.endsWith(".yaml"));
const short = (quantity: string) => quantity.split(".").at(-1)!;

describe("every text of the files and the models has a translation", () => {
  it("scenarios", () => {
    expect(Object.keys(ukWorld.scenarios).sort()).toEqual(
      names("scenarios")
        .map((name) => name.slice(0, -5))
        .sort(),
    );
  });

  it("outcomes", () => {
    const known = [...m1.outcomes, ...m2.outcomes].map(({ quantity }) => short(quantity));
    expect(Object.keys(ukWorld.outcomes).sort()).toEqual([...new Set(known)].sort());
  });

  it("levers and the elements of the recipe", () => {
    const levers = [...m1.levers, ...m2.levers];
    expect(Object.keys(ukWorld.levers).sort()).toEqual([...new Set(levers.map(({ quantity }) => quantity))].sort());
    const elements = levers.filter(({ quantity }) => quantity === "recipe.recipe").map((lever) => lever.elements[1]!);
    expect(Object.keys(ukWorld.recipeElements).sort()).toEqual([...new Set(elements)].sort());
  });

  it("series", () => {
    const models = ([m1Study, m2Study] as const).map(({ model, fans }) => ({
      name: model.name as "M1" | "M2",
      fans,
      outputs: model.outputs.map(({ name }) => name),
    }));
    const missing = appFans(models).filter(({ id }) => !(id in ukWorld.fans));
    expect(missing.map(({ id }) => id)).toEqual([]);
  });

  it("parameters, nearly all: models change faster than translations, and what is missing is shown in English", () => {
    const known = [...new Set([...m1.parameters, ...m2.parameters].map(({ quantity }) => quantity))];
    const translated = known.filter((name) => name in ukWorld.parameters);
    expect(translated.length / known.length).toBeGreaterThan(0.9);
  });

  it("claims, with as many propositions and caveats, and words for the same verdicts", () => {
    const claims = names("claims").flatMap(
      (name) => parseClaims(name, readFileSync(`${root}/claims/${name}`, "utf8")).value.claims,
    );
    expect(Object.keys(ukWorld.claims).sort()).toEqual(claims.map(({ id }) => id).sort());
    for (const claim of claims) {
      const texts = ukWorld.claims[claim.id]!;
      expect(texts.propositions?.length ?? 0, claim.id).toBe(claim.propositions?.length ?? 0);
      expect(texts.caveats?.length ?? 0, claim.id).toBe(claim.caveats.length);
      expect(Object.keys(texts.means ?? {}).sort(), claim.id).toEqual(Object.keys(claim.means).sort());
      expect(texts.untestable === undefined, claim.id).toBe(claim.untestable === undefined);
      expect(texts.quote, claim.id).toBe(claim.quote);
    }
  });
});
