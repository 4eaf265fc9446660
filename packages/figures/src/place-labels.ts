import { svg } from "./svg.ts";
import { textWidth } from "./text-width.ts";

export interface Label {
  readonly text: string;
  readonly colour: string;
  /** The height in pixels that the label would like to stand at. */
  readonly y: number;
}

/**
 * Moves label heights apart until neighbours are at least `gap` pixels from each other and all lie in [top, bottom], moving them
 * as little as possible: labels that touch are merged into a block that stands around the mean of their wishes.
 * When they cannot all fit, the gap shrinks evenly.
 */
export function spread(wishes: readonly number[], gap: number, top: number, bottom: number): readonly number[] {
  if (wishes.length === 0) return [];
  const room = Math.min(gap, wishes.length > 1 ? (bottom - top) / (wishes.length - 1) : gap);
  const order = wishes.map((_, index) => index).sort((a, b) => (wishes[a] ?? 0) - (wishes[b] ?? 0) || a - b);
  const blocks: { start: number; members: number[] }[] = [];
  const settle = (members: number[]): { start: number; members: number[] } => {
    const mean = members.reduce((sum, index, place) => sum + (wishes[index] ?? 0) - place * room, 0) / members.length;
    return { start: Math.min(Math.max(mean, top), bottom - (members.length - 1) * room), members };
  };
  for (const index of order) {
    let block = settle([index]);
    let before = blocks[blocks.length - 1];
    while (before && before.start + before.members.length * room > block.start) {
      blocks.pop();
      block = settle([...before.members, ...block.members]);
      before = blocks[blocks.length - 1];
    }
    blocks.push(block);
  }
  const placed = new Array<number>(wishes.length).fill(0);
  for (const block of blocks) {
    block.members.forEach((index, place) => {
      placed[index] = block.start + place * room;
    });
  }
  return placed;
}

/** The space that end labels need at the right of a plane, in pixels. */
export function labelRoom(texts: readonly string[]): number {
  return Math.ceil(Math.max(0, ...texts.map((text) => textWidth(text, 12, "semibold")))) + 20;
}

/** Labels at the ends of lines, each in its line's colour, with a short leader to where its line ends. */
export function endLabels(
  document: Document,
  labels: readonly Label[],
  x: number,
  top: number,
  bottom: number,
): readonly Element[] {
  const heights = spread(
    labels.map(({ y }) => y),
    15,
    top,
    bottom,
  );
  return labels.flatMap(({ text, colour, y }, index) => {
    const at = heights[index] ?? y;
    return [
      svg(document, "path", {
        d: `M${x + 2},${y}L${x + 12},${at}`,
        stroke: colour,
        "stroke-width": 1,
        fill: "none",
        "stroke-opacity": 0.6,
      }),
      svg(document, "text", { x: x + 15, y: at + 4, fill: colour, "font-size": 12, "font-weight": 600 }, [text]),
    ];
  });
}
