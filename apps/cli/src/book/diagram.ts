/** A causal diagram as SVG: an arrow from each quantity to what its value enters, every node a link to its page. */
import { textWidth, wrapText } from "@logjam/figures";
import type { PrintedQuantity } from "@logjam/lang";
import { type Html, html } from "../report/html.ts";
import { type BookModel, pageOf } from "./book-model.ts";
import { type DiagramPart, wholeOf } from "./diagram-parts.ts";
import { type LayoutEdge, type LayoutNode, layeredLayout, type PlacedEdge, type PlacedNode } from "./layered-layout.ts";
import { px } from "./plane.ts";
import { capital, counted, nameWords, shortName } from "./words.ts";

const TEXT = 12;
const LINE = 15;
const WIDEST = 138;
const PAD = 8;

interface Box extends LayoutNode {
  readonly lines: readonly string[];
  readonly address: string;
  readonly style: string;
  readonly said: string;
}

interface Arrow extends LayoutEdge {
  /** `change`: enters the rate of change or the next value of a stock; `start`: only its start; `value`: its formula. */
  readonly role: "value" | "change" | "start";
}

/** Draws one picture of a subject. `subject` is the subject whose quantities it is about. */
export function diagram(book: BookModel, subject: string, part: DiagramPart): Html {
  const boxes = [
    ...part.nodes.map((name) => boxOf(book.byName.get(name)!, subject, part.own.includes(name))),
    ...Array.from(part.folded, ([name, count]) => foldedBox(name, count)),
  ];
  const arrows = arrowsOf(book, part);
  const layout = layeredLayout(boxes, arrows);
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const [width, height] = [layout.width + 4, layout.height + 4];
  // Markers are named within the whole page, so each picture brings its own.
  const marker = `arrow-${part.own[0]!.replace(/[^A-Za-z0-9]/g, "-")}`;
  return html`<svg xmlns="http://www.w3.org/2000/svg" class="diagram" viewBox="-2 -2 ${px(width)} ${px(height)}" width="${px(width)}" height="${px(height)}" role="group" aria-label="Causal diagram of ${part.own.map((name) => nameWords(shortName(name))).join(", ")}"><defs>${(
    ["value", "change", "start"] as const
  ).map(
    (role) =>
      html`<marker id="${marker}-${role}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse"><path class="head ${role}" d="M0,0.5L8,4L0,7.5Z"/></marker>`,
  )}</defs>${layout.edges.map((edge, k) => drawEdge(edge, arrows[k]!.role, marker))}${layout.nodes.map((node) => drawNode(node, byId.get(node.id)!))}</svg>`;
}

/** Arrows between a picture's nodes that touch its own quantities; formulas first, so that cycles are opened at stocks. */
function arrowsOf(book: BookModel, part: DiagramPart): readonly Arrow[] {
  const nodes = new Set(part.nodes);
  const own = new Set(part.own);
  const found = new Map<string, Arrow>();
  const roles = [
    ["formula", "value"],
    ["balance", "change"],
    ["assign", "change"],
    ["initial", "start"],
  ] as const;
  for (const [role, shown] of roles) {
    for (const edge of book.edges.filter((one) => one.role === role)) {
      const [from, to] = [wholeOf(book, edge.from), wholeOf(book, edge.to)];
      const touches = own.has(from) || own.has(to);
      if (from === to || !touches || !nodes.has(from) || !nodes.has(to) || found.has(`${from} ${to}`)) continue;
      found.set(`${from} ${to}`, { from, to, role: shown });
    }
  }
  const folded = Array.from(
    part.folded.keys(),
    (name): Arrow => ({ from: name, to: `${name} and more`, role: "value" }),
  );
  return [...found.values(), ...folded];
}

function boxOf(quantity: PrintedQuantity, subject: string, own: boolean): Box {
  const words = nameWords(shortName(quantity.name));
  const label = quantity.subject === subject ? capital(words) : `${capital(quantity.subject)}: ${words}`;
  const kind = ["output", "outcome"].includes(quantity.kind) ? "asked" : quantity.kind;
  return box(
    quantity.name,
    label,
    pageOf(quantity.name),
    `${kind} ${own ? "own" : "near"}`,
    `${quantity.kind}: ${quantity.meaning}`,
  );
}

const foldedBox = (name: string, count: number): Box =>
  box(
    `${name} and more`,
    `… and ${counted(count, "more reader")}`,
    `${pageOf(name)}#read-by`,
    "more near",
    `${count} more quantities that read it`,
  );

function box(id: string, label: string, address: string, style: string, said: string): Box {
  const lines = wrapText(label, WIDEST, TEXT, "semibold");
  const width = Math.ceil(Math.max(...lines.map((one) => textWidth(one, TEXT, "semibold")))) + 2 * PAD;
  return { id, lines, address, style, said, width, height: lines.length * LINE + 10 };
}

function drawNode(node: PlacedNode, { lines, address, style, said }: Box): Html {
  const middle = node.x + node.width / 2;
  return html`<a href="${address}" class="node ${style}"><title>${said}</title><rect x="${px(node.x)}" y="${px(node.y)}" width="${px(node.width)}" height="${px(node.height)}" rx="${/^(stock|constant)/.test(style) ? 1 : 7}"/>${lines.map(
    (one, k) =>
      html`<text x="${px(middle)}" y="${px(node.y + 16 + k * LINE)}" text-anchor="middle" font-size="${TEXT}">${one}</text>`,
  )}</a>`;
}

/** A smooth line through the points; backward ones are drawn from their right end, where they begin. */
function drawEdge({ points, backward }: PlacedEdge, role: Arrow["role"], marker: string): Html {
  const [first] = points;
  const path = points.slice(1).map(([x, y], k) => {
    const [fromX, fromY] = points[k]!;
    const bend = (x - fromX) / 2;
    // Every second stretch lies between layers; the others leave or cross a layer and run straight.
    return k % 2 === 1
      ? `C${px(fromX + bend)},${px(fromY)} ${px(x - bend)},${px(y)} ${px(x)},${px(y)}`
      : `L${px(x)},${px(y)}`;
  });
  const d = `M${px(first![0])},${px(first![1])}${path.join("")}`;
  const end = `url(#${marker}-${role})`;
  return backward
    ? html`<path class="edge ${role}" d="${d}" marker-start="${end}"/>`
    : html`<path class="edge ${role}" d="${d}" marker-end="${end}"/>`;
}
