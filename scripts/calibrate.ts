/**
 * `npm run calibrate`: simulation-based calibration of the fits in full, on two processes; writes docs/calibration.md
 * and its figures. A few minutes of two cores.
 */
import { fork } from "node:child_process";
import { writeFileSync } from "node:fs";
import { calibrate, type Ranks } from "../tests/calibration/calibrate.ts";
import { JOBS } from "../tests/calibration/full/jobs.ts";
import { calibrationPage, type Done, passes } from "../tests/calibration/full/page.ts";
import { rankFigure } from "../tests/calibration/full/rank-figure.ts";

const PROCESSES = 2;
const root = new URL("..", import.meta.url).pathname;
const [, self, ...given] = process.argv;
const isChild = process.send !== undefined;
/** The id of one job, to do it alone. */
const only = isChild ? given[1] : given[0];

interface Message {
  readonly id: string;
  readonly ranks: Ranks;
}

/** Every second share of each job's worlds. */
async function work(index: number): Promise<void> {
  for (const { id, study, request } of chosen()) {
    const size = Math.ceil(request.worlds / PROCESSES);
    const first = index * size;
    const share = { first, count: Math.min(size, request.worlds - first) };
    const onWorld = (world: number) => process.stderr.write(`${id} ${world - first + 1}/${share.count}\n`);
    process.send!({ id, ranks: await calibrate(study, { ...request, share, onWorld }) } satisfies Message);
  }
  process.disconnect();
}

const chosen = () => JOBS.filter(({ id }) => only === undefined || id === only);

function gather(): Promise<Map<string, Ranks>> {
  const all = new Map<string, Ranks>();
  const join = ({ id, ranks }: Message) => {
    const before = all.get(id) ?? {};
    all.set(
      id,
      Object.fromEntries(Object.entries(ranks).map(([name, row]) => [name, [...(before[name] ?? []), ...row]])),
    );
  };
  const done = Array.from({ length: PROCESSES }, (_, index) => {
    const child = fork(self!, [String(index), ...(only === undefined ? [] : [only])], { execArgv: process.execArgv });
    child.on("message", (message) => join(message as Message));
    return new Promise<void>((resolve, reject) =>
      child.on("exit", (code) =>
        code === 0 ? resolve() : reject(new Error(`calibrate: a process ended with ${code}.`)),
      ),
    );
  });
  return Promise.all(done).then(() => all);
}

/** What the page says first: its own findings in words. */
function reading(all: readonly Done[]): string {
  const name = ({ job }: Done) => job.title;
  const list = (some: readonly Done[]) => some.map((one) => `- ${name(one)}`).join("\n");
  const sound = all.filter(({ job }) => job.sound);
  const groups: [string, readonly Done[]][] = [
    ["Ranks are uniform:", sound.filter(passes)],
    ["Ranks are **not** uniform:", sound.filter((one) => !passes(one))],
    ["Planted defects that were found:", all.filter((one) => !one.job.sound && !passes(one))],
    ["Planted defects that were **missed**:", all.filter((one) => !one.job.sound && passes(one))],
  ];
  return groups.flatMap(([title, some]) => (some.length > 0 ? [`${title}\n\n${list(some)}`] : [])).join("\n\n");
}

if (isChild) await work(Number(given[0]));
else {
  const ranks = await gather();
  const all = chosen().map((job): Done => ({ job, ranks: ranks.get(job.id)!, figure: `calibration-${job.id}.svg` }));
  for (const { job, ranks: own, figure } of all)
    writeFileSync(`${root}docs/images/${figure}`, rankFigure(own, job.title));
  writeFileSync(`${root}docs/calibration.md`, calibrationPage(all, reading(all)));
  process.stdout.write(`${reading(all)}\n`);
}
