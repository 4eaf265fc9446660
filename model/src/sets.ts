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

/** Eight sectors from north to south-west; their borders are drawn on oblast polygons (`packages/evidence`). */
export const sector = indexSet("sector", [
  "north",
  "kharkiv",
  "luhansk",
  "donetsk-north",
  "donetsk-centre",
  "donetsk-south",
  "zaporizhzhia",
  "kherson",
]);

/** Donors in groups that decided alike. */
export const donor = indexSet("donor", ["us", "germany", "uk-nordic-baltic-poland", "rest-of-eu-and-others"]);

/** Kinds of support, each with its own lag. */
export const kind = indexSet("kind", ["ammunition", "armour", "air-defence", "enablers", "money"]);
