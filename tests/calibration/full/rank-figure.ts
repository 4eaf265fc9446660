/** Histograms of ranks as small multiples, each with the band that uniform ranks keep to. */
import { escapeXml, lightTheme as theme } from "@logjam/figures";
import type { Ranks } from "../calibrate.ts";

const BINS = 8;
const [WIDTH, HEIGHT, COLUMNS, GAP] = [150, 56, 4, 34] as const;

export function rankFigure(ranks: Ranks, title: string): string {
  const panels = Object.entries(ranks).map(([name, values], index) => {
    const [x, y] = [12 + (index % COLUMNS) * (WIDTH + 14), 34 + Math.floor(index / COLUMNS) * (HEIGHT + GAP)];
    return `<g transform="translate(${x} ${y})">${panel(name, values)}</g>`;
  });
  const [width, height] = [24 + COLUMNS * (WIDTH + 14) - 14, 34 + Math.ceil(panels.length / COLUMNS) * (HEIGHT + GAP)];
  const label = `${title}: ranks of the truths among their posteriors, by parameter`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeXml(label)}" font-family="system-ui, sans-serif" font-size="10">
<rect width="${width}" height="${height}" fill="${theme.background}"/>
<text x="12" y="16" font-size="12" fill="${theme.ink}">${escapeXml(title)}</text>
${panels.join("\n")}
</svg>
`;
}

/** One histogram, the uniform height, and the 99 % band about it (normal approximation to the binomial law). */
function panel(name: string, values: readonly number[]): string {
  const counts = new Array<number>(BINS).fill(0);
  for (const value of values) counts[Math.min(BINS - 1, Math.floor(value * BINS))]! += 1;
  const even = values.length / BINS;
  const spread = 2.58 * Math.sqrt(even * (1 - 1 / BINS));
  const most = Math.max(even + 1.4 * spread, ...counts);
  const height = (count: number) => (HEIGHT * Math.max(0, count)) / most;
  const step = WIDTH / BINS;
  const bars = counts.map(
    (count, bin) =>
      `<rect x="${(bin * step + 1).toFixed(1)}" y="${(HEIGHT - height(count)).toFixed(1)}" width="${(step - 2).toFixed(1)}" height="${height(count).toFixed(1)}" fill="${theme.model}"/>`,
  );
  const [top, bottom] = [HEIGHT - height(even + spread), HEIGHT - height(even - spread)];
  return [
    `<rect y="${top.toFixed(1)}" width="${WIDTH}" height="${(bottom - top).toFixed(1)}" fill="${theme.grid}"/>`,
    ...bars,
    `<line x2="${WIDTH}" y1="${(HEIGHT - height(even)).toFixed(1)}" y2="${(HEIGHT - height(even)).toFixed(1)}" stroke="${theme.ink}" stroke-dasharray="3 2"/>`,
    `<text y="${HEIGHT + 12}" fill="${theme.muted}">${escapeXml(name.replace(/^[^.]*\./, ""))}</text>`,
  ].join("");
}
