/**
 * Which component each member follows: systematic, so that each gets its weight times the members within one, and spread
 * evenly over the members, because a component's own members may be ordered. Member i stands at place (i g mod N) + ½ of
 * the N places, g near N over the golden ratio and prime to N.
 */
export function systematicAssignment(weights: ArrayLike<number>, members: number): Uint32Array {
  const step = coprimeNear(Math.max(1, Math.round(members / 1.618033988749895)), members);
  const chosen = new Uint32Array(members);
  const edges = cumulative(weights);
  for (let i = 0; i < members; i++) {
    const place = (((i * step) % members) + 0.5) / members;
    let component = 0;
    while (component < weights.length - 1 && edges[component]! <= place) component++;
    chosen[i] = component;
  }
  return chosen;
}

function cumulative(weights: ArrayLike<number>): Float64Array {
  let sum = 0;
  return Float64Array.from({ length: weights.length }, (_, k) => {
    sum += weights[k]!;
    return sum;
  });
}

function coprimeNear(start: number, members: number): number {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
  let step = start;
  while (divisor(step, members) !== 1) step++;
  return step;
}
