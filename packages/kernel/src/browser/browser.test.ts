import { describe, expect, it } from "vitest";
import { CHROMIUM, chromiumThere, reportFromChromium } from "./browsers.ts";
import { digests } from "./digest.ts";

if (!chromiumThere())
  process.stderr.write(`\nSKIPPED: ${CHROMIUM} is not there, so nothing was compared with a browser.\n`);

describe.skipIf(!chromiumThere())("a page under a strict Content-Security-Policy in Chromium", () => {
  it("compiles and runs the kernel with Node's bits, its own workers included", async () => {
    const page = await reportFromChromium();
    expect(page.evalRefused).toBe(true);
    expect(page.simd).toBe(true);
    expect(page.digests).toEqual(await digests(1));
    expect(page.thousandMembers).toBeLessThan(10_000);
  }, 120_000);
});
