/** Labels at the ends of lines, pushed apart until none covers another. */
export interface EndLabel {
  readonly id: string;
  readonly text: string;
  /** Where its line ends, in pixels. */
  readonly y: number;
}

/** The same labels, at least `gap` pixels apart and within [top, bottom] as far as they fit, in their order from the top. */
export function placeLabels<L extends EndLabel>(
  labels: readonly L[],
  gap: number,
  top: number,
  bottom: number,
): readonly L[] {
  const placed = [...labels].sort((a, b) => a.y - b.y).map((label) => ({ ...label, y: Math.max(top, label.y) }));
  for (let i = 1; i < placed.length; i++) {
    const [above, here] = [placed[i - 1], placed[i]];
    if (above && here) placed[i] = { ...here, y: Math.max(here.y, above.y + gap) };
  }
  for (let i = placed.length - 1; i >= 0; i--) {
    const [here, below] = [placed[i], placed[i + 1]];
    if (here) placed[i] = { ...here, y: Math.min(here.y, below === undefined ? bottom : below.y - gap) };
  }
  return placed;
}
