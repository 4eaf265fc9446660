/** The levels at which fans and gains are told. */

export const FAN_LEVELS = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95] as const;

/** 2.5 % apart, and half a per cent from the ends. */
export const GAIN_LEVELS: readonly number[] = Array.from({ length: 41 }, (_, i) =>
  Math.min(0.995, Math.max(0.005, i / 40)),
);
