import { describe, expect, it } from "vitest";
import { checkModel, f, model, parameter, uniform } from "../index.ts";

const prior = uniform({ low: 0, high: 1 });

describe("an incomplete parameter", () => {
  it("does not compile, and is found again at run time", () => {
    // @ts-expect-error a parameter needs a unit
    const unitless = parameter({ meaning: "Morale.", prior, source: "Invented." });
    // @ts-expect-error a parameter needs a meaning
    const meaningless = parameter({ unit: "1", prior, source: "Invented." });
    // @ts-expect-error a parameter without a prior is a guess
    const guess = parameter({ unit: "1", meaning: "Morale.", source: "Invented." });
    // @ts-expect-error a prior without a source is a rumour
    const rumour = parameter({ unit: "1", meaning: "Morale.", prior });
    const codes = checkModel(model("incomplete", { m: { unitless, meaningless, guess, rumour } })).map(
      ({ quantity, code, message }) => `${quantity} ${code} ${message.split(" ").slice(-2).join(" ")}`,
    );
    expect(codes.slice(0, 4)).toEqual([
      "m.unitless declare/missing a unit.",
      "m.meaningless declare/missing a meaning.",
      "m.guess declare/missing a prior.",
      "m.rumour declare/missing a source.",
    ]);
  });
  it("cannot refer to a bare number", () => {
    // @ts-expect-error a bare number is not a quantity
    expect(f`${3} * 2`.refs).toEqual([3]);
  });
});
