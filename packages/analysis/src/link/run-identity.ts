/** A short name of what a run's numbers hang on besides its setting, so that a link can tell that they have changed. */
import { identityOf } from "../identity.ts";
import type { PublicRecord } from "../study.ts";

/** Eight hexadecimal digits. @param model the model's hash. @param posterior the posterior's identity. */
export const runIdentityOf = async (model: string, posterior: string, record: PublicRecord): Promise<string> =>
  (await identityOf([model, posterior, record])).slice(0, 8);
