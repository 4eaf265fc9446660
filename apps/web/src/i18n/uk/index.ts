/** The Ukrainian catalogue: one file per part of the page, the same names as in English. */
import { en } from "../en/index.ts";

export const uk = { ...en } as const;
