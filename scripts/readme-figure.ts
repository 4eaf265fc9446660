/** Draws the README's picture from an answer: `npx tsx scripts/readme-figure.ts out/answer.json docs/images/line.png`. */
import { readFileSync, writeFileSync } from "node:fs";
import type { Answer } from "@logjam/analysis";
import { serverDocument, svgToPng } from "@logjam/figures/node";
import { drawFan } from "../apps/cli/src/report/fan-figure.ts";

const [from = "out/answer.json", to = "docs/images/line.png"] = process.argv.slice(2);
const answer = JSON.parse(readFileSync(from, "utf8")) as Answer;
const svg = drawFan(answer, "area", { document: serverDocument(), width: 980, padding: 20 });
writeFileSync(to, svgToPng(svg, { scale: 1.5, background: "#ffffff" }));
