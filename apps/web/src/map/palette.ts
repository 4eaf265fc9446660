/**
 * The map's colours. Orange and blue stay apart under every common form of colour blindness (Okabe and Ito 2008), and each ramp
 * goes steadily from pale to strong, so that it reads in grey too; which way a cell would change shows by its side of the line as well.
 */
export interface MapPalette {
  readonly ground: string;
  readonly border: string;
  readonly coast: string;
  readonly ink: string;
  readonly muted: string;
  readonly halo: string;
  readonly line: string;
  readonly hindsight: string;
  /** Ground that Russia holds, as observed, and paler under a forecast. */
  readonly held: string;
  readonly heldBehind: string;
  readonly contested: string;
  /** Pale to strong, by `CLASSES`. */
  readonly toRussia: readonly string[];
  readonly toUkraine: readonly string[];
}

/** Lower bounds of the classes of probability; below the first nothing is drawn. */
export const CLASSES: readonly number[] = [0.05, 0.2, 0.4, 0.6, 0.8];

export const lightPalette: MapPalette = {
  ground: "#f3f2ee",
  border: "#dad8d1",
  coast: "#b4b1a8",
  ink: "#1a1d21",
  muted: "#565d66",
  halo: "#ffffff",
  line: "#4a3428",
  hindsight: "#a3247b",
  held: "#e9b690",
  heldBehind: "#e5ded7",
  contested: "#c9c4d6",
  toRussia: ["#fbdcc3", "#f6b98a", "#ec8f4c", "#d0611c", "#9a3e06"],
  toUkraine: ["#cfe2f1", "#9cc6e4", "#5da3d3", "#2a7dba", "#0a548d"],
};

export const darkPalette: MapPalette = {
  ground: "#23282e",
  border: "#363d45",
  coast: "#59626c",
  ink: "#eceef0",
  muted: "#a4adb7",
  halo: "#14171b",
  line: "#f0d3bd",
  hindsight: "#f08fd0",
  held: "#8f4d22",
  heldBehind: "#3b3531",
  contested: "#55506a",
  toRussia: ["#4a3223", "#754421", "#a85c24", "#da7d37", "#ffb27a"],
  toUkraine: ["#1e3546", "#215070", "#2c74a4", "#529dd1", "#9fd0f4"],
};

/** Two colours mixed: 0 gives the first, 1 the second. Colours are #rrggbb. */
export function mixed(from: string, to: string, share: number): string {
  const channel = (colour: string, at: number) => Number.parseInt(colour.slice(at, at + 2), 16);
  return `#${[1, 3, 5]
    .map((at) => Math.round(channel(from, at) * (1 - share) + channel(to, at) * share))
    .map((value) => value.toString(16).padStart(2, "0"))
    .join("")}`;
}
