import { describe, expect, it } from "vitest";
import { parameter } from "../declare/declare.ts";
import { normal } from "../priors/families.ts";
import { model } from "./model.ts";

const one = () => parameter({ unit: "1", meaning: "One.", prior: normal({ mean: 0, sd: 1 }), source: "Made up." });
const names = (module: object) => model("M", { subject: module }).parameters.map(({ name }) => name);

describe("the order of a model's members", () => {
  it("is that of a module's namespace, whoever made the namespace", () => {
    const namespace = { zeta: one(), alpha: one(), Beta: one() };
    Object.defineProperty(namespace, Symbol.toStringTag, { value: "Module" });
    expect(names(namespace)).toEqual(["subject.Beta", "subject.alpha", "subject.zeta"]);
  });
  it("is that of writing for plain objects", () => {
    expect(names({ zeta: one(), alpha: one() })).toEqual(["subject.zeta", "subject.alpha"]);
  });
});
