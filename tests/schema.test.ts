import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { jsonSchema, parseClaims, parseScenario, schemaNames } from "@logjam/analysis";
import { describe, expect, it } from "vitest";

const root = new URL("..", import.meta.url).pathname;
const files = (folder: string) => readdirSync(join(root, folder)).filter((name) => name.endsWith(".yaml"));

describe("schemas", () => {
  it.each(schemaNames)("docs/schema/%s.json is what `logjam schema` prints", (name) => {
    expect(readFileSync(join(root, `docs/schema/${name}.json`), "utf8")).toBe(jsonSchema(name));
  });
  it.each(files("scenarios"))("scenarios/%s is valid", (name) => {
    const scenario = parseScenario(name, name, readFileSync(join(root, "scenarios", name), "utf8"));
    expect(scenario.value.title.length).toBeGreaterThan(0);
  });
  it.each(files("claims"))("claims/%s is valid, and quotes at most a phrase", (name) => {
    const { value } = parseClaims(name, readFileSync(join(root, "claims", name), "utf8"));
    for (const claim of value.claims) expect((claim.quote ?? "").split(" ").length).toBeLessThanOrEqual(8);
  });
});
