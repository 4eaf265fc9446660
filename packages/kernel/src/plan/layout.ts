import { GROUP_OF_DRAWS, type Plan } from "./plan.ts";

/** Where everything stands in a kernel's memory, in bytes. Rows hold one binary64 number for each of `lanes` members. */
export interface Layout {
  /** Members in one tile: what one call computes. A multiple of 4. */
  readonly lanes: number;
  readonly rowBytes: number;
  /** Ten rounds of keys: 20 vectors. */
  readonly keys: number;
  /** For each group of four draws three vectors; see `noise.ts`. */
  readonly drawConstants: number;
  readonly parameters: number;
  readonly hoisted: number;
  /** Two buffers, for this step and the next, `statesBytes` apart. */
  readonly states: number;
  readonly statesBytes: number;
  readonly noise: number;
  readonly crossing: number;
  /** Byte offset of each ring, in the order of `plan.rings`. */
  readonly rings: readonly number[];
  /** One row: 0 where all records of a member are finite, else NaN. */
  readonly failure: number;
  /** One row of plain numbers: step-only values that initial states read. */
  readonly startTable: number;
  /** From here on: tables by step and recorded outputs, whose size depends on the number of steps. */
  readonly end: number;
}

export function makeLayout(plan: Plan, lanes: number): Layout {
  const rowBytes = lanes * 8;
  let next = 64; // address 0 stays unused
  const take = (bytes: number): number => {
    const at = next;
    next += Math.ceil(bytes / 64) * 64;
    return at;
  };
  const drawGroups = Math.ceil(plan.draws.length / GROUP_OF_DRAWS) + 1; // normals and uniforms do not share a group
  const statesBytes = Math.ceil((plan.program.states.length * rowBytes) / 64) * 64;
  return {
    lanes,
    rowBytes,
    keys: take(20 * 16),
    drawConstants: take(drawGroups * 3 * 16),
    parameters: take(plan.parameters.length * rowBytes),
    hoisted: take(plan.hoisted.length * rowBytes),
    states: take(2 * statesBytes),
    statesBytes,
    noise: take(drawGroups * GROUP_OF_DRAWS * rowBytes),
    crossing: take(plan.crossing.length * rowBytes),
    rings: plan.rings.map((ring) => take(ring.size * rowBytes)),
    failure: take(rowBytes),
    startTable: take(plan.startTable.length * 8),
    end: next,
  };
}
