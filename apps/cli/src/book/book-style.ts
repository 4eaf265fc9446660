import { styleSheet } from "../report/style-sheet.ts";

/** The book's style sheet: the report's, and what only the book has. One file that all pages share. */
export function bookStyle(): string {
  return `${styleSheet().trim()}
main.broad { max-width: 1180px; }
nav.trail { font-size: 14px; color: var(--figure-muted); margin: 0 0 14px; }
h1 { max-width: 34ch; font-size: clamp(26px, 3.6vw, 36px); }
h2[id], h3[id], section[id], article[id] { scroll-margin-top: 12px; }
section { margin-top: 36px; }
.formula { overflow-x: auto; overflow-y: hidden; padding: 12px 16px; background: var(--card); border: 1px solid var(--rule); border-radius: 8px; margin: 8px 0 6px; }
.formula math { font-size: 1em; text-align: left; margin: 0; width: max-content; }
.formula math mi { font-family: Inter, "Helvetica Neue", Arial, sans-serif; }
mtable.lines mtd { text-align: left; padding: 0.28em 0; }
mtd { text-align: left; }
p.author { margin: 0 0 20px; font-size: 15px; max-width: none; }
p.author .place { display: block; }
.panels { display: flex; flex-wrap: wrap; gap: 18px 26px; }
.picture, .diagram { font-family: Inter, "Helvetica Neue", Arial, sans-serif; display: block; }
figure svg.picture { max-width: none; }
.picture text { font-variant-numeric: tabular-nums; }
.picture .muted { fill: var(--figure-muted); } .picture .ink { fill: var(--figure-ink); } .picture .bold { font-weight: 600; }
.picture .grid { stroke: var(--figure-grid); } .picture .axis { stroke: var(--figure-muted); }
.picture .as-of { stroke: var(--figure-muted); stroke-dasharray: 3 3; }
.picture .band { fill: var(--figure-model); fill-opacity: 0.2; }
.picture .middle { fill: none; stroke: var(--figure-model); stroke-width: 1.75; stroke-linejoin: round; }
.picture .density { fill: var(--figure-model); fill-opacity: 0.2; stroke: var(--figure-model); stroke-width: 1.25; }
.picture .median { stroke: var(--figure-model); stroke-width: 2; } .picture .mark { stroke: var(--figure-model); stroke-dasharray: 3 3; }
.judgement { color: var(--open); }
.quantities tbody th { min-width: 150px; }
.quantities td:nth-child(2), .quantities td:nth-child(3) { white-space: nowrap; }
.links li { margin: 0 0 5px; } .links { max-width: 84ch; }
.links .meaning, .quantities .kind { color: var(--figure-muted); }
.drawing { overflow-x: auto; background: var(--card); border: 1px solid var(--rule); border-radius: 8px; padding: 16px; margin: 12px 0 8px; }
figure .diagram { max-width: none; margin: 0 auto; }
.edge { fill: none; stroke: var(--figure-muted); stroke-width: 1.1; stroke-opacity: 0.75; }
.edge.change { stroke: var(--figure-series-1); stroke-width: 1.6; stroke-opacity: 0.9; } .edge.start { stroke-dasharray: 2 3; }
.head { fill: var(--figure-muted); } .head.change { fill: var(--figure-series-1); }
.node { text-decoration: none; } .node rect { fill: var(--figure-background); stroke: var(--figure-muted); stroke-width: 1; }
.node text { fill: var(--figure-ink); } .node.own text { font-weight: 600; }
.node.near rect { fill: var(--page); stroke-opacity: 0.55; } .node.near text { fill: var(--figure-muted); }
.node.stock rect { stroke: var(--figure-series-1); stroke-width: 2; stroke-opacity: 1; }
.node.flow rect { stroke: var(--figure-series-0); stroke-width: 1.5; stroke-opacity: 1; }
.node.asked rect { stroke: var(--figure-series-3); stroke-width: 1.5; stroke-opacity: 1; }
.node.lever rect { stroke: var(--figure-series-2); stroke-width: 2; stroke-opacity: 1; }
.node.parameter rect, .node.constant rect { stroke-dasharray: 3 3; }
.node.series rect, .node.noise rect { stroke-dasharray: 1 3; stroke-width: 1.5; }
.node.more rect { stroke: none; fill: none; }
.node:hover rect, .node:focus rect { fill: var(--figure-grid); }
.legend { display: flex; flex-wrap: wrap; gap: 4px 16px; font-size: 13px; color: var(--figure-muted); padding: 0; margin: 0 0 20px; max-width: none; list-style: none; }
.legend li::before { content: ""; display: inline-block; width: 18px; height: 10px; margin-right: 6px; border: 1px solid var(--figure-muted); border-radius: 3px; vertical-align: -1px; }
.legend .stock::before { border: 2px solid var(--figure-series-1); border-radius: 0; } .legend .flow::before { border: 1.5px solid var(--figure-series-0); }
.legend .asked::before { border: 1.5px solid var(--figure-series-3); } .legend .lever::before { border: 2px solid var(--figure-series-2); }
.legend .given::before { border-style: dashed; } .legend .fed::before { border: 1.5px dotted var(--figure-muted); }
.legend .arrow::before { height: 0; border: 0; border-top: 2px solid var(--figure-series-1); vertical-align: 4px; }
.legend .begin::before { height: 0; border: 0; border-top: 2px dotted var(--figure-muted); vertical-align: 4px; }
@media (max-width: 780px) {
  .formula { padding: 10px 12px; }
  .quantities, .quantities tbody, .quantities tr, .quantities td, .quantities th { display: block; }
  .quantities thead { display: none; }
  .quantities th { padding-bottom: 0; } .quantities td { border-top: 0; padding: 1px 0; } .quantities td:last-child { padding-bottom: 8px; }
}
`;
}
