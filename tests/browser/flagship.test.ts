import { describe, expect, it } from "vitest";
import { CHROMIUM, chromiumThere, reportFromChromium } from "../../packages/kernel/src/browser/chromium.ts";
import { flagship } from "./flagship.ts";

if (!chromiumThere())
  process.stderr.write(`\nSKIPPED: ${CHROMIUM} is not there, so M1 and M2 were not run in a browser.\n`);

describe.skipIf(!chromiumThere())("M1 and M2 in Chromium, under a policy that allows no eval", () => {
  it("compile, run 1,000 members of 156 weeks, and give Node's bits", async () => {
    const here = await flagship();
    const there = await reportFromChromium<Awaited<ReturnType<typeof flagship>>>(new URL(".", import.meta.url));
    expect(there.m1.digest).toBe(here.m1.digest);
    expect(there.m2.digest).toBe(here.m2.digest);
    for (const [name, { firstResult, thousandMembers }] of Object.entries(there))
      process.stdout.write(
        `${name} in Chromium: first result ${firstResult.toFixed(0)} ms, 1,000 members ${thousandMembers.toFixed(0)} ms\n`,
      );
  }, 180_000);
});
