import { checkModel } from "../check/check-model.ts";
import { ModelError } from "../errors/diagnostic.ts";
import type { Model } from "../model/model.ts";
import { drawBlock, streamHash } from "../random.ts";

export interface SampleRequest {
  readonly members: number;
  readonly seed: bigint;
  /** Identity of the first member; sampling members 0-9 and then 10-19 gives what sampling 0-19 gives. Default 0. */
  readonly firstMember?: number;
}

/**
 * Draws every parameter from its prior, independently: [parameter][member] in the IR's order. The uniform number of
 * stream `prior/<scalar name>` at step 0 goes through the prior's quantile, so adding a parameter disturbs no other.
 */
export function samplePriors(model: Model, { members, seed, firstMember = 0 }: SampleRequest): Float64Array {
  const { parameters } = model;
  if (parameters.some(({ prior }) => prior.problem !== undefined)) throw new ModelError(checkModel(model));
  const sample = new Float64Array(parameters.length * members);
  const block = new Float64Array(4);
  parameters.forEach(({ name, prior }, k) => {
    const stream = streamHash(`prior/${name}`);
    let quad = -1;
    for (let member = 0; member < members; member++) {
      const identity = firstMember + member;
      if (Math.floor(identity / 4) !== quad) {
        quad = Math.floor(identity / 4);
        drawBlock(seed, quad, 0, stream, 0, "uniform", block);
      }
      sample[k * members + member] = prior.quantile(block[identity % 4]!);
    }
  });
  return sample;
}
