/**
 * Places a directed graph in layers from left to right, after Sugiyama, Tagawa and Toda (1981): edges that would close a cycle
 * are turned round, long edges get a place of their own in every layer that they cross, neighbours are ordered to cross little.
 * Everything is decided by the order of the input, so the same graph is always drawn alike.
 */

export interface LayoutNode {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

export interface LayoutEdge {
  readonly from: string;
  readonly to: string;
}

export interface PlacedNode extends LayoutNode {
  /** Of the top left corner. */
  readonly x: number;
  readonly y: number;
}

export interface PlacedEdge {
  readonly edge: LayoutEdge;
  /** Points from left to right that the edge passes; the first stretch and every second one after it run straight. */
  readonly points: readonly (readonly [x: number, y: number])[];
  /** True where the edge runs from right to left: it closes a cycle. */
  readonly backward: boolean;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
}

const LAYER_GAP = 46;
const NODE_GAP = 12;
/** Between groups of nodes that do not hang together. */
const PART_GAP = 26;
/** The room that an edge takes in a layer which it only crosses. */
const BEND = 8;
const SWEEPS = 12;

interface Cell {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly before: Cell[];
  readonly after: Cell[];
  /** Of the middle. */
  y: number;
}

/** Lays the graph out. Every edge must name two different nodes of the list. */
export function layeredLayout(nodes: readonly LayoutNode[], edges: readonly LayoutEdge[]): Layout {
  let below = 0;
  const placed = componentsOf(nodes, edges).map((part) => {
    const layout = connectedLayout(
      nodes.filter(({ id }) => part.has(id)),
      edges.filter(({ from }) => part.has(from)),
    );
    const shift = below;
    below += layout.height + PART_GAP;
    return {
      ...layout,
      nodes: layout.nodes.map((node) => ({ ...node, y: node.y + shift })),
      edges: layout.edges.map((edge) => ({ ...edge, points: edge.points.map(([x, y]) => [x, y + shift] as const) })),
    };
  });
  const drawn = new Map(placed.flatMap((part) => part.edges).map((one) => [one.edge, one]));
  return {
    width: Math.max(...placed.map(({ width }) => width)),
    height: below - PART_GAP,
    nodes: placed.flatMap((part) => part.nodes),
    edges: edges.map((edge) => drawn.get(edge)!),
  };
}

/** The ids of nodes that hang together, whichever way their edges point; the largest group first. */
function componentsOf(nodes: readonly LayoutNode[], edges: readonly LayoutEdge[]): readonly ReadonlySet<string>[] {
  const groupOf = new Map(nodes.map(({ id }) => [id, new Set([id])]));
  for (const { from, to } of edges) {
    const [keep, join] = [groupOf.get(from)!, groupOf.get(to)!];
    if (keep === join) continue;
    for (const id of join) groupOf.set(id, keep.add(id));
  }
  return [...new Set(groupOf.values())].sort((a, b) => b.size - a.size);
}

function connectedLayout(nodes: readonly LayoutNode[], edges: readonly LayoutEdge[]): Layout {
  const forward = withoutCycles(nodes, edges);
  const layerOf = layersOf(nodes, forward);
  const { layers, chains } = withBends(nodes, forward, layerOf);
  order(layers);
  placeHeights(layers);
  return assembled(layers, chains, forward);
}

interface Forward {
  readonly edge: LayoutEdge;
  readonly from: string;
  readonly to: string;
  readonly backward: boolean;
}

/** Takes edges in their order; one that would close a cycle with those before it is turned round. */
function withoutCycles(nodes: readonly LayoutNode[], edges: readonly LayoutEdge[]): Forward[] {
  const next = new Map(nodes.map(({ id }) => [id, [] as string[]]));
  const reaches = (from: string, to: string): boolean => {
    const seen = new Set([from]);
    const open = [from];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (id === to) return true;
      for (const other of next.get(id)!) if (!seen.has(other)) seen.add(other) && open.push(other);
    }
    return false;
  };
  return edges.map((edge) => {
    const backward = reaches(edge.to, edge.from);
    const [from, to] = backward ? [edge.to, edge.from] : [edge.from, edge.to];
    next.get(from)!.push(to);
    return { edge, from, to, backward };
  });
}

/** The longest way from a source; a node that nothing points at stands just before what it points at. */
function layersOf(nodes: readonly LayoutNode[], edges: readonly Forward[]): Map<string, number> {
  const layer = new Map(nodes.map(({ id }) => [id, 0]));
  for (let changed = true; changed; ) {
    changed = false;
    for (const { from, to } of edges) {
      const least = layer.get(from)! + 1;
      if (layer.get(to)! < least) {
        layer.set(to, least);
        changed = true;
      }
    }
  }
  for (const { id } of nodes) {
    if (edges.some(({ to }) => to === id)) continue;
    const readers = edges.filter(({ from }) => from === id).map(({ to }) => layer.get(to)!);
    if (readers.length > 0) layer.set(id, Math.min(...readers) - 1);
  }
  return layer;
}

/** Cells by layer, and for each edge the chain of cells that it passes. */
function withBends(nodes: readonly LayoutNode[], edges: readonly Forward[], layerOf: ReadonlyMap<string, number>) {
  const layers: Cell[][] = Array.from({ length: Math.max(0, ...layerOf.values()) + 1 }, () => []);
  const cells = new Map<string, Cell>();
  const add = (layer: number, id: string, width: number, height: number): Cell => {
    const cell: Cell = { id, width, height, before: [], after: [], y: 0 };
    layers[layer]!.push(cell);
    return cell;
  };
  for (const { id, width, height } of nodes) cells.set(id, add(layerOf.get(id)!, id, width, height));
  const chains = edges.map(({ from, to }) => {
    const chain = [cells.get(from)!];
    for (let layer = layerOf.get(from)! + 1; layer < layerOf.get(to)!; layer++) chain.push(add(layer, "", 0, BEND));
    chain.push(cells.get(to)!);
    for (let k = 1; k < chain.length; k++) {
      chain[k - 1]!.after.push(chain[k]!);
      chain[k]!.before.push(chain[k - 1]!);
    }
    return chain;
  });
  return { layers, chains };
}

/** Sweeps to and fro, each cell going to the mean place of its neighbours; keeps the order that crosses least. */
function order(layers: Cell[][]): void {
  let best = layers.map((layer) => [...layer]);
  let fewest = crossings(layers);
  for (let sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
    const down = sweep % 2 === 0;
    const places = new Map(
      layers.flatMap((layer) => layer.map((cell, k) => [cell, k / Math.max(1, layer.length - 1)] as const)),
    );
    for (let k = 0; k < layers.length; k++) {
      const layer = layers[down ? k : layers.length - 1 - k]!;
      const wish = new Map(
        layer.map((cell) => {
          const near = down ? cell.before : cell.after;
          const mean = near.reduce((sum, other) => sum + places.get(other)!, 0) / near.length;
          return [cell, near.length > 0 ? mean : places.get(cell)!] as const;
        }),
      );
      layer.sort((a, b) => wish.get(a)! - wish.get(b)!);
      layer.forEach((cell, at) => {
        places.set(cell, at / Math.max(1, layer.length - 1));
      });
    }
    const count = crossings(layers);
    if (count < fewest) {
      fewest = count;
      best = layers.map((layer) => [...layer]);
    }
  }
  best.forEach((layer, k) => {
    layers[k] = layer;
  });
}

/** How many pairs of edges between neighbouring layers cross. */
function crossings(layers: readonly (readonly Cell[])[]): number {
  let count = 0;
  for (let k = 1; k < layers.length; k++) {
    const place = new Map(layers[k]!.map((cell, at) => [cell, at]));
    const ends = layers[k - 1]!.flatMap((cell, at) => cell.after.map((other) => [at, place.get(other) ?? 0] as const));
    ends.forEach(([a, b], i) => {
      for (const [c, d] of ends.slice(i + 1)) if ((a - c) * (b - d) < 0) count++;
    });
  }
  return count;
}

/** Heights: each cell near the mean of its neighbours, none touching the next. */
function placeHeights(layers: readonly (readonly Cell[])[]): void {
  for (const layer of layers)
    settle(
      layer,
      layer.map(() => 0),
    );
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const turn = sweep % 2 === 0 ? layers : [...layers].reverse();
    for (const layer of turn) {
      settle(
        layer,
        layer.map((cell) => {
          const near =
            sweep < SWEEPS - 2 ? (sweep % 2 === 0 ? cell.before : cell.after) : [...cell.before, ...cell.after];
          return near.length === 0 ? cell.y : near.reduce((sum, other) => sum + other.y, 0) / near.length;
        }),
      );
    }
  }
}

/** Gives the cells of a layer, in their order, heights as near to their wishes as their sizes allow. */
function settle(layer: readonly Cell[], wishes: readonly number[]): void {
  const offsets: number[] = [];
  layer.forEach((cell, k) => {
    const above = layer[k - 1];
    offsets.push(above ? offsets[k - 1]! + above.height / 2 + NODE_GAP + cell.height / 2 : 0);
  });
  const blocks: { sum: number; members: number[] }[] = [];
  wishes.forEach((wish, k) => {
    let block = { sum: wish - offsets[k]!, members: [k] };
    for (let above = blocks[blocks.length - 1]; above && mean(above) > mean(block); above = blocks[blocks.length - 1]) {
      blocks.pop();
      block = { sum: above.sum + block.sum, members: [...above.members, ...block.members] };
    }
    blocks.push(block);
  });
  for (const block of blocks) for (const k of block.members) layer[k]!.y = mean(block) + offsets[k]!;
}

const mean = ({ sum, members }: { readonly sum: number; readonly members: readonly number[] }): number =>
  sum / members.length;

function assembled(
  layers: readonly (readonly Cell[])[],
  chains: readonly (readonly Cell[])[],
  edges: readonly Forward[],
): Layout {
  const all = layers.flat();
  const top = Math.min(...all.map(({ y, height }) => y - height / 2));
  const bottom = Math.max(...all.map(({ y, height }) => y + height / 2));
  const spans = new Map<Cell, readonly [from: number, to: number]>();
  const layerEnds = new Map<Cell, number>();
  let left = 0;
  for (const layer of layers) {
    const width = Math.max(0, ...layer.map((cell) => cell.width));
    for (const cell of layer) {
      spans.set(cell, [left, left + (cell.id === "" ? width : cell.width)]);
      layerEnds.set(cell, left + width);
    }
    left += width + LAYER_GAP;
  }
  return {
    width: left - LAYER_GAP,
    height: bottom - top,
    nodes: all
      .filter(({ id }) => id !== "")
      .map((cell) => ({
        id: cell.id,
        width: cell.width,
        height: cell.height,
        x: spans.get(cell)![0],
        y: cell.y - cell.height / 2 - top,
      })),
    edges: chains.map((chain, k) => ({
      edge: edges[k]!.edge,
      backward: edges[k]!.backward,
      points: chain.flatMap((cell, at) => {
        const [from, to] = spans.get(cell)!;
        // From its node an edge runs straight to the layer's end, so that it touches no wider neighbour.
        const ends = at === 0 ? [to, layerEnds.get(cell)!] : at === chain.length - 1 ? [from] : [from, to];
        return ends.map((x) => [x, cell.y - top] as const);
      }),
    })),
  };
}
