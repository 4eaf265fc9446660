import type { Lines } from "./brush.ts";

/** Joins pieces x1, y1, x2, y2 that share an end to lines x, y, x, y …, so that dashes run on and joints are round. */
export function chained(pieces: readonly Float64Array[]): Lines {
  // Ends are the same where they lie within a thousandth; numbers make quicker keys than texts.
  const key = (x: number, y: number) => Math.round(x * 1000) * 4e7 + Math.round(y * 1000);
  const at = new Map<number, number[]>();
  const note = (end: number, index: number) => {
    const list = at.get(end);
    if (list) list.push(index);
    else at.set(end, [index]);
  };
  for (const [index, piece] of pieces.entries()) {
    note(key(piece[0]!, piece[1]!), index);
    note(key(piece[2]!, piece[3]!), index);
  }
  const used = new Uint8Array(pieces.length);
  const onward = (line: number[]): void => {
    for (;;) {
      const [x, y] = [line[line.length - 2]!, line[line.length - 1]!];
      const next = at.get(key(x, y))?.find((index) => used[index] === 0);
      if (next === undefined) return;
      used[next] = 1;
      const piece = pieces[next]!;
      const forward = key(piece[0]!, piece[1]!) === key(x, y);
      line.push(piece[forward ? 2 : 0]!, piece[forward ? 3 : 1]!);
    }
  };
  return pieces.flatMap((piece, index) => {
    if (used[index]) return [];
    used[index] = 1;
    const forward = [...piece];
    onward(forward);
    const backward = [piece[2]!, piece[3]!, piece[0]!, piece[1]!];
    onward(backward);
    const before: number[] = [];
    for (let i = backward.length - 2; i >= 4; i -= 2) before.push(backward[i]!, backward[i + 1]!);
    return [[...before, ...forward]];
  });
}
