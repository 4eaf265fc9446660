/**
 * M0, the benchmark: a regime-switching random walk on each sector's weekly change, with a trend that sectors share by
 * partial pooling. It knows nothing of guns, men or money. Given its parameters and the record its regimes have an exact
 * filter (a hidden Markov chain for each sector), because its trend is a function of the record alone.
 */
import { type Model, model } from "@logjam/lang";
import * as line from "./line.ts";
import * as outcomes from "./outcomes.ts";
import * as outputs from "./outputs.ts";
import * as record from "./record.ts";
import * as regimes from "./regimes.ts";
import * as trend from "./trend.ts";
import * as trendChange from "./trend-change.ts";

export const m0: Model = model("M0", { record, regimes, line, trend, trendChange, outputs, outcomes });
