/** Which rule donors steer by: a policy, set by scenarios. */
import { lever } from "@logjam/lang";

const weight = (rule: string) =>
  lever({
    unit: "1",
    meaning: `Weight of the rule '${rule}' in what donors allocate; the four weights add up to 1.`,
    range: [0, 1],
    default: rule === "not lose" ? 1 : 0,
    source: "The article's 'not to lose' against 'win'; domain notes 5.3.",
  });

export const notLoseWeight = weight("not lose");
export const winWeight = weight("win");
export const taperWeight = weight("taper");
export const historyWeight = weight("history");
