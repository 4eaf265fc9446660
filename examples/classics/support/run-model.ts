import { compile, interpret, type Model, nearestName, samplePriors, seriesTable } from "@logjam/lang";

export interface RunRequest {
  /** How many ticks of the language's clock. */
  readonly steps: number;
  /** How many members run side by side; 1 unless said. */
  readonly members?: number;
  readonly seed?: bigint;
  /** By scalar name: one number for all members, or one each. Parameters that are not named are drawn from their priors. */
  readonly parameters?: Readonly<Record<string, number | readonly number[]>>;
  /** Levers and series, as `seriesTable` takes them. */
  readonly series?: Readonly<Record<string, number | readonly number[]>>;
  /** What to record: all outputs and outcomes unless said. */
  readonly outputs?: readonly string[];
}

/** The record of a run. */
export interface Run {
  readonly steps: number;
  readonly members: number;
  /** 1 for each member in which a recorded number was not finite. */
  readonly failed: Uint8Array;
  /** The recorded value at one step of one member (the first unless said), in the output's unit. */
  at(output: string, step: number, member?: number): number;
  /** The values of one member at all steps. */
  track(output: string, member?: number): number[];
  /** The values of all members at one step. */
  across(output: string, step: number): number[];
}

/** Compiles a model and runs it with the reference interpreter. Throws RangeError on names that the model does not have. */
export function runModel(model: Model, request: RunRequest): Run {
  const { steps, members = 1, seed = 1n } = request;
  const ir = compile(model, request.outputs ? { outputs: request.outputs } : {});
  const parameters = samplePriors(model, { members, seed });
  for (const [name, given] of Object.entries(request.parameters ?? {})) {
    const row = indexOf(ir.parameters, name, "parameter");
    for (let member = 0; member < members; member++) {
      const value = typeof given === "number" ? given : given[member];
      if (value === undefined)
        throw new RangeError(`${name} has ${(given as []).length} values for ${members} members.`);
      parameters[row * members + member] = value;
    }
  }
  const series = seriesTable(model, ir, { steps, values: request.series ?? {} });
  const { outputs, failed } = interpret({ ir, members, steps, seed, parameters, series });
  const names = ir.outputs.map(({ name }) => name);
  const at = (output: string, step: number, member = 0) => {
    if (step < 0 || step >= steps || member < 0 || member >= members) {
      throw new RangeError(
        `The run has ${steps} steps and ${members} members; asked for step ${step}, member ${member}.`,
      );
    }
    return outputs[(indexOf(names, output, "output") * steps + step) * members + member]!;
  };
  return {
    steps,
    members,
    failed: failed ?? new Uint8Array(members),
    at,
    track: (output, member = 0) => Array.from({ length: steps }, (_, step) => at(output, step, member)),
    across: (output, step) => Array.from({ length: members }, (_, member) => at(output, step, member)),
  };
}

function indexOf(names: readonly string[], name: string, what: string): number {
  const index = names.indexOf(name);
  if (index >= 0) return index;
  const near = nearestName(name, names);
  throw new RangeError(
    `There is no ${what} ${name}. ${near ? `Did you mean ${near}?` : `There are ${names.join(", ")}.`}`,
  );
}
