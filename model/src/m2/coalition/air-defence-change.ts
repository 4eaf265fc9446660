import { balance, f } from "@logjam/lang";
import { airDefenceLife, airDefenceStock } from "./air-defence.ts";
import { delivered } from "./delivery.ts";

export const airDefenceChange = balance(
  airDefenceStock,
  f`${delivered.at({ kind: "air-defence" })} - ${airDefenceStock} / ${airDefenceLife}`,
);
