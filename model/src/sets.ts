/** The index sets that every version of the model shares. */
import { indexSet, mapping } from "@logjam/lang";

/** The two belligerents. Every equation holds for both. */
export const side = indexSet("side", ["ua", "ru"]);
export const opponent = mapping("opponent", side, { ua: "ru", ru: "ua" });

/** The eight elements of General Zaluzhny's recipe (essay of 1 November 2023), as policy-level levers. */
export const element = indexSet("element", [
  "air",
  "breaching",
  "counterBattery",
  "reserves",
  "electronicWarfare",
  "command",
  "logistics",
  "production",
]);

/** Every threshold of an outcome is also tried a third lower and a third higher. */
export const threshold = indexSet("threshold", ["lower", "stated", "upper"]);
