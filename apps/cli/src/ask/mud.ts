/** The mud season, as the model's climatology has it: [J] no weather enters. */

/** Day of the year and how far the ground hampers movement, 0 to 1; straight lines between. */
const CALENDAR: readonly (readonly [day: number, mud: number])[] = [
  [0, 0.35],
  [45, 0.4],
  [84, 1],
  [125, 0.3],
  [152, 0],
  [263, 0],
  [319, 0.8],
  [349, 0.5],
  [366, 0.35],
];

/** Mud in the week that begins on an ISO day, 0 (dry summer) to 1 (the height of the spring mud). */
export function mudIn(date: string): number {
  const day = (Date.parse(`${date}T00:00:00Z`) - Date.parse(`${date.slice(0, 4)}-01-01T00:00:00Z`)) / 86_400_000;
  for (let i = 1; i < CALENDAR.length; i++) {
    const [from, low] = CALENDAR[i - 1]!;
    const [to, high] = CALENDAR[i]!;
    if (day <= to) return low + ((high - low) * (day - from)) / (to - from);
  }
  return CALENDAR[CALENDAR.length - 1]![1];
}
