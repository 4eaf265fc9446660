import { describe, expect, it } from "vitest";
import {
  CHROMIUM,
  chromiumThere,
  FIREFOX,
  firefoxThere,
  reportFromChromium,
  reportFromFirefox,
} from "../../packages/kernel/src/browser/browsers.ts";
import { flagship } from "./flagship.ts";

for (const [there, path] of [
  [chromiumThere(), CHROMIUM],
  [firefoxThere(), FIREFOX],
] as const)
  if (!there) process.stderr.write(`\nSKIPPED: ${path} is not there, so M1 and M2 were not run in it.\n`);

type Report = Awaited<ReturnType<typeof flagship>>;

async function expectSame(name: string, there: Report): Promise<void> {
  const here = await flagship();
  expect(there.m1.digest).toBe(here.m1.digest);
  expect(there.m2.digest).toBe(here.m2.digest);
  for (const [model, { firstResult, thousandMembers }] of Object.entries(there))
    process.stdout.write(
      `${model} in ${name}: first result ${firstResult.toFixed(0)} ms, 1,000 members ${thousandMembers.toFixed(0)} ms\n`,
    );
}

describe("M1 and M2 on a page that allows no eval: compile, run 1,000 members of 156 weeks, and give Node's bits", () => {
  const page = new URL(".", import.meta.url);
  it.skipIf(!chromiumThere())(
    "in Chromium",
    async () => expectSame("Chromium", await reportFromChromium<Report>(page)),
    180_000,
  );
  it.skipIf(!firefoxThere())(
    "in Firefox",
    async () => expectSame("Firefox", await reportFromFirefox<Report>(page)),
    180_000,
  );
});
