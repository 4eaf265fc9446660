import { describe, expect, it } from "vitest";
import { mathml } from "./mathml.ts";
import { texTree } from "./tex-tree.ts";

const math = (inner: string) => `<math display="block">${inner}</math>`;

describe("formulas as MathML", () => {
  it("stands fractions up and sets subscripts", () => {
    expect(
      mathml("\\frac{\\Delta \\text{area}}{\\Delta t} = \\text{gain}_{\\text{ru}} - \\text{gain}_{\\text{ua}}"),
    ).toBe(
      math(
        '<mrow><mfrac><mrow><mi mathvariant="normal">Δ</mi><mi>area</mi></mrow><mrow><mi mathvariant="normal">Δ</mi><mi>t</mi></mrow></mfrac>' +
          "<mo>=</mo><msub><mi>gain</mi><mi>ru</mi></msub><mo>−</mo><msub><mi>gain</mi><mi>ua</mi></msub></mrow>",
      ),
    );
  });

  it("puts index sets under sums, and knows a sign from a difference", () => {
    expect(mathml("\\text{all} = \\sum_{\\text{side}} \\exp\\left(-2 \\cdot \\text{age}\\right)")).toBe(
      math(
        "<mrow><mi>all</mi><mo>=</mo><munder><mo>∑</mo><mi>side</mi></munder><mi>exp</mi>" +
          '<mrow><mo>(</mo><mrow><mo form="prefix">−</mo><mn>2</mn><mo>·</mo><mi>age</mi></mrow><mo>)</mo></mrow></mrow>',
      ),
    );
  });

  it("puts index sets under a least and beside a name, both where both stand", () => {
    expect(mathml("\\min_{\\text{side}} \\text{force}_{\\text{side}}")).toBe(
      math("<mrow><munder><mi>min</mi><mi>side</mi></munder><msub><mi>force</mi><mi>side</mi></msub></mrow>"),
    );
    expect(mathml("{x_{a}}^{2}_{b}")).toBe(
      math("<msubsup><msub><mi>x</mi><mi>a</mi></msub><mi>b</mi><mn>2</mn></msubsup>"),
    );
  });

  it("sets cases, powers and roots", () => {
    expect(mathml("x = \\begin{cases}\\sqrt{t} & \\text{known} > 0\\\\ {t}^{2} & \\text{otherwise}\\end{cases}")).toBe(
      math(
        '<mrow><mi>x</mi><mo>=</mo><mrow><mo form="prefix">{</mo><mtable><mtr><mtd><msqrt><mi>t</mi></msqrt></mtd><mtd><mrow><mi>known</mi><mo>&gt;</mo><mn>0</mn></mrow></mtd></mtr>' +
          "<mtr><mtd><msup><mi>t</mi><mn>2</mn></msup></mtd><mtd><mi>otherwise</mi></mtd></mtr></mtable></mrow></mrow>",
      ),
    );
  });

  it("breaks a long right-hand side before its signs, and loses nothing", () => {
    const terms = ["first long name of a thing", "second long name of a thing", "third long name of a thing"];
    const whole = mathml(`y = ${terms.map((term) => `\\text{${term}}`).join(" + ")}`);
    expect(whole.match(/<mtr>/g)).toHaveLength(2);
    for (const term of terms) expect(whole).toContain(term);
    expect(whole.match(/<mo[^>]*>\+<\/mo>/g)).toHaveLength(2);
  });

  it("keeps the words of a text as they are", () =>
    expect(texTree("\\text{returned: stage 2}")).toEqual({ kind: "text", text: "returned: stage 2" }));

  it("refuses what it does not know, and says where", () => {
    expect(() => mathml("x = \\oint y")).toThrow(/print\/tex: .*cannot be read at '\\oint'/);
    expect(() => mathml("\\frac{a}{b")).toThrow(/the end/);
    expect(() => mathml("a } b")).toThrow();
  });
});
