import { describe, expect, it } from "vitest";
import { embedCode, embedLink, wholeLink } from "./embed-link.ts";

const link =
  "https://example.org/logjam/#v=1&asof=2023-11-27&model=M2&seed=7&recipe.recipe[ua,air]=0.5&view=claims&focus=C3";

describe("links of embedded figures", () => {
  it("change what is looked at, and nothing that decides the numbers", () => {
    expect(embedLink(link, { section: "map" })).toBe(
      "https://example.org/logjam/#v=1&asof=2023-11-27&model=M2&seed=7&recipe.recipe[ua,air]=0.5&view=map&embed=yes",
    );
    expect(embedLink(link, { section: "charts", focus: "area" })).toMatch(/&view=charts&focus=area&embed=yes$/);
  });
  it("lead back to the whole view", () => {
    expect(wholeLink(embedLink(link, { section: "map" }))).toBe(wholeLink(link));
    expect(wholeLink(link)).not.toMatch(/view|focus|embed/);
  });
  it("stand in HTML whatever they hold", () => {
    const code = embedCode(link, 'A "title" <b>');
    expect(code).toContain("asof=2023-11-27&amp;model=M2");
    expect(code).toContain("A &quot;title&quot; &lt;b>");
    expect(code.match(/<script>/g)).toHaveLength(1);
  });
});
