import { operandsOf } from "../interpret/program.ts";
import type { Ir, Op } from "../ir/ir.ts";

type Renamed = (old: number) => number;

/** An IR without the operations that nothing needs: leftovers of folding. Order is kept. */
export function prune(ir: Ir): Ir {
  const live = new Uint8Array(ir.values.length);
  for (const { value } of ir.outputs) live[value] = 1;
  for (const { next } of ir.states) live[next] = 1;
  for (let k = ir.values.length - 1; k >= 0; k--) {
    const op = ir.values[k]!;
    if (live[k] === 0) continue;
    for (const operand of operandsOf(op)) live[operand] = 1;
    if (op.op === "lag") live[ir.lags[op.index]!.of] = 1;
  }
  const place = numbering(live);
  const lagIsLive = new Uint8Array(ir.lags.length);
  ir.values.forEach((op, k) => {
    if (op.op === "lag" && live[k] === 1) lagIsLive[op.index] = 1;
  });
  const lagPlace = numbering(lagIsLive);
  const initialLive = new Uint8Array(ir.initials.length);
  for (const { initial } of ir.states) initialLive[initial] = 1;
  for (let k = ir.initials.length - 1; k >= 0; k--) {
    if (initialLive[k] === 1) for (const operand of operandsOf(ir.initials[k]!)) initialLive[operand] = 1;
  }
  const initialPlace = numbering(initialLive);
  return {
    ...ir,
    lags: ir.lags.filter((_, k) => lagIsLive[k] === 1).map(({ of, steps }) => ({ of: place(of), steps })),
    initials: ir.initials.filter((_, k) => initialLive[k] === 1).map((op) => renamed(op, initialPlace, lagPlace)),
    values: ir.values.filter((_, k) => live[k] === 1).map((op) => renamed(op, place, lagPlace)),
    states: ir.states.map((state) => ({ ...state, initial: initialPlace(state.initial), next: place(state.next) })),
    outputs: ir.outputs.map((output) => ({ ...output, value: place(output.value) })),
    names: Object.fromEntries(
      Object.entries(ir.names).flatMap(([k, name]) => (live[Number(k)] === 1 ? [[place(Number(k)), name]] : [])),
    ),
  };
}

/** The new place of what stays. */
function numbering(live: Uint8Array): Renamed {
  const places = new Int32Array(live.length);
  let next = 0;
  live.forEach((flag, k) => {
    places[k] = flag === 1 ? next++ : -1;
  });
  return (old) => places[old]!;
}

function renamed(op: Op, place: Renamed, lagPlace: Renamed): Op {
  if ("c" in op) return { ...op, c: place(op.c), a: place(op.a), b: place(op.b) };
  if ("b" in op) return { ...op, a: place(op.a), b: place(op.b) };
  if ("a" in op) return { ...op, a: place(op.a) };
  return op.op === "lag" ? { op: "lag", index: lagPlace(op.index) } : op;
}
