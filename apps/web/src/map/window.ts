/** Where the plane (km) lies on the picture (pixels), and how it is moved and magnified. */

export interface Window {
  readonly width: number;
  readonly height: number;
  /** Pixels per km. */
  readonly scale: number;
  /** The point of the plane, km, in the middle of the picture. */
  readonly x: number;
  readonly y: number;
}

/** What is seen at first, km on the plane: from Kyiv's east to Luhansk, from Chernihiv to Sevastopol. */
export const THEATRE = { west: -165, east: 605, north: -370, south: 470 } as const;
/** How much nearer one may come: cells of 7 km are drawn 40 pixels wide then, and there is no more to see. */
export const MAX_ZOOM = 6;

const middle = { x: (THEATRE.west + THEATRE.east) / 2, y: (THEATRE.north + THEATRE.south) / 2 };
const fitting = (width: number, height: number): number =>
  Math.min(width / (THEATRE.east - THEATRE.west), height / (THEATRE.south - THEATRE.north));

/** The whole theatre on a picture of this size. */
export const wholeTheatre = (width: number, height: number): Window => ({
  width,
  height,
  scale: fitting(width, height),
  ...middle,
});

/** How tall a map of this width is. */
export const heightFor = (width: number): number =>
  Math.round((width * (THEATRE.south - THEATRE.north)) / (THEATRE.east - THEATRE.west));

/** How much nearer than the whole theatre a window is; 1 is the whole. */
export const zoomOf = ({ scale, width, height }: Window): number => scale / fitting(width, height);

/** The window nearer by a factor about a pixel, which keeps its place; the theatre never leaves the picture. */
export function zoomed(window: Window, factor: number, px = window.width / 2, py = window.height / 2): Window {
  const least = fitting(window.width, window.height);
  const scale = Math.min(MAX_ZOOM * least, Math.max(least, window.scale * factor));
  const [x, y] = planeAt(window, px, py);
  return kept({ ...window, scale, x: x - (px - window.width / 2) / scale, y: y - (py - window.height / 2) / scale });
}

/** The window moved by so many pixels. */
export const moved = (window: Window, dx: number, dy: number): Window =>
  kept({ ...window, x: window.x - dx / window.scale, y: window.y - dy / window.scale });

/** The same part of the theatre on a picture of another size. */
export function resized(window: Window, width: number, height: number): Window {
  return kept({ ...window, width, height, scale: zoomOf(window) * fitting(width, height) });
}

function kept(window: Window): Window {
  const { width, height, scale } = window;
  const clamp = (value: number, low: number, high: number, centre: number) =>
    low > high ? centre : Math.min(high, Math.max(low, value));
  const [halfWidth, halfHeight] = [width / scale / 2, height / scale / 2];
  return {
    ...window,
    x: clamp(window.x, THEATRE.west + halfWidth, THEATRE.east - halfWidth, middle.x),
    y: clamp(window.y, THEATRE.north + halfHeight, THEATRE.south - halfHeight, middle.y),
  };
}

export const planeAt = ({ width, height, scale, x, y }: Window, px: number, py: number): readonly [number, number] => [
  x + (px - width / 2) / scale,
  y + (py - height / 2) / scale,
];

/** Points of the plane (x, y, x, y …) as pixels. */
export function onPicture({ width, height, scale, x, y }: Window, points: ArrayLike<number>): Float64Array {
  const found = new Float64Array(points.length);
  for (let i = 0; i < points.length; i += 2) {
    found[i] = (points[i]! - x) * scale + width / 2;
    found[i + 1] = (points[i + 1]! - y) * scale + height / 2;
  }
  return found;
}
