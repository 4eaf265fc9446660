import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useWidth } from "../charts/use-width.ts";
import { useTexts } from "../i18n/text.tsx";
import { canvasBrush } from "./brush.ts";
import { cellAt } from "./cells.ts";
import { type Picture, paintMap } from "./paint.ts";
import { darkPalette, lightPalette } from "./palette.ts";
import { useDarkTheme } from "./use-dark-theme.ts";
import { heightFor, moved, planeAt, resized, type Window, wholeTheatre, zoomed, zoomOf } from "./window.ts";

export interface MapCanvasProps {
  readonly picture: Picture;
  /** What the picture shows, for those who cannot see it. */
  readonly summary: string;
  /** Called with the index of the sector under a click, or undefined outside. */
  readonly onSector: (sector: number | undefined) => void;
}

/** The map on a canvas: drawn anew at every size and on every screen's own pixels; moved and magnified by mouse, touch and keys. */
export function MapCanvas({ picture, summary, onSector }: MapCanvasProps) {
  const { t } = useTexts();
  const dark = useDarkTheme();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [width, measure] = useWidth<HTMLDivElement>(640);
  const height = Math.min(heightFor(width), 760);
  const [seen, setSeen] = useState<Window>(() => wholeTheatre(width, height));
  const window = useMemo(
    () => (seen.width === width && seen.height === height ? seen : resized(seen, width, height)),
    [seen, width, height],
  );
  const gestures = useGestures(window, setSeen, (x, y) => {
    const cell = cellAt(picture.cells, ...planeAt(window, x, y));
    onSector(cell < 0 ? undefined : picture.cells.sector[cell]);
  });
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext("2d");
    if (!element || !context) return;
    const ratio = Math.min(3, globalThis.devicePixelRatio || 1);
    element.width = Math.round(width * ratio);
    element.height = Math.round(height * ratio);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    paintMap(canvasBrush(context), picture, window, dark ? darkPalette : lightPalette);
  }, [picture, window, dark, width, height]);
  const near = zoomOf(window) > 1.01;
  return (
    <div ref={measure} className="map-canvas">
      <canvas
        ref={canvas}
        role="img"
        aria-label={summary}
        className={near ? "near" : undefined}
        style={{ width, height }}
        {...gestures}
      />
      <div className="map-zoom">
        <button type="button" aria-label={t("map.zoomIn")} onClick={() => setSeen(zoomed(window, 1.6))}>
          +
        </button>
        <button
          type="button"
          aria-label={t("map.zoomOut")}
          disabled={!near}
          onClick={() => setSeen(zoomed(window, 1 / 1.6))}
        >
          −
        </button>
      </div>
    </div>
  );
}

/** Drag to move, pinch or Ctrl and wheel to magnify, a click without a drag to choose. */
function useGestures(window: Window, set: (window: Window) => void, choose: (x: number, y: number) => void) {
  const pointers = useRef(new Map<number, { x: number; y: number }>());
  const travelled = useRef(0);
  const at = (event: React.PointerEvent) => ({ x: event.nativeEvent.offsetX, y: event.nativeEvent.offsetY });
  const onPointerDown = (event: React.PointerEvent) => {
    if (pointers.current.size === 0) travelled.current = 0;
    pointers.current.set(event.pointerId, at(event));
  };
  const onPointerMove = (event: React.PointerEvent) => {
    const before = pointers.current.get(event.pointerId);
    if (before === undefined) return;
    const now = at(event);
    const others = [...pointers.current].filter(([id]) => id !== event.pointerId).map(([, point]) => point);
    const [other] = others;
    if (other) {
      const factor = Math.hypot(now.x - other.x, now.y - other.y) / Math.hypot(before.x - other.x, before.y - other.y);
      if (Number.isFinite(factor)) set(zoomed(window, factor, other.x, other.y));
    } else if (zoomOf(window) > 1.01) set(moved(window, now.x - before.x, now.y - before.y));
    travelled.current += Math.hypot(now.x - before.x, now.y - before.y);
    pointers.current.set(event.pointerId, now);
    if (travelled.current > 4) event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onPointerUp = (event: React.PointerEvent) => {
    const known = pointers.current.delete(event.pointerId);
    const { x, y } = at(event);
    if (known && pointers.current.size === 0 && travelled.current <= 4) choose(x, y);
  };
  const onPointerCancel = useCallback((event: React.PointerEvent) => {
    pointers.current.delete(event.pointerId);
  }, []);
  const onWheel = (event: React.WheelEvent) => {
    // A plain wheel scrolls the page; with Ctrl, as a pinch on a touchpad sends it, it magnifies.
    if (event.ctrlKey)
      set(zoomed(window, Math.exp(-event.deltaY / 200), event.nativeEvent.offsetX, event.nativeEvent.offsetY));
  };
  return { onPointerDown, onPointerMove, onPointerUp, onPointerCancel, onWheel };
}
