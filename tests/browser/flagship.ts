/** M1 and M2 without a record, over 156 weeks: the same input in Node and on the page. */
import { compileKernel, runEnsemble, sha256 } from "@logjam/kernel";
import { compile, type Model, samplePriors, seriesTable } from "@logjam/lang";
import { m1, m2 } from "@logjam/model";

export const WEEKS = 156;

export interface Timed {
  /** SHA-256 of the outputs' bytes. */
  readonly digest: string;
  /** Model text to the first result of one member, and 1,000 members x 156 weeks on a compiled kernel, milliseconds. */
  readonly firstResult: number;
  readonly thousandMembers: number;
}

const SHOWN = ["outcomes.areaHeld", "outcomes.claimsExpected", "outcomes.brokenForUkraine"];

function inputOf(model: Model, members: number) {
  const ir = compile(model, { outputs: SHOWN });
  const values = Object.fromEntries(
    model.series.map(({ name }) => [name, name.startsWith("front.initialArea") ? 10_000 : 0]),
  );
  return {
    ir,
    members,
    steps: WEEKS,
    seed: 42n,
    parameters: samplePriors(model, { members, seed: 42n }),
    series: seriesTable(model, ir, { steps: WEEKS, values }),
  };
}

async function timed(model: Model): Promise<Timed> {
  const began = performance.now();
  await runEnsemble(inputOf(model, 1));
  const firstResult = performance.now() - began;
  const input = inputOf(model, 1_000);
  const kernel = compileKernel(input.ir);
  const again = performance.now();
  const { outputs } = await runEnsemble(input, { kernel });
  const thousandMembers = performance.now() - again;
  const bytes = Array.from(new Uint8Array(outputs.buffer), (b) => String.fromCharCode(b)).join("");
  return { digest: await sha256(bytes), firstResult, thousandMembers };
}

export const flagship = async () => ({ m1: await timed(m1), m2: await timed(m2) });
