import { useCallback, useEffect, useRef, useState } from "react";

/** The width of an element in whole pixels, kept up to date: charts are laid out anew, never shrunk. */
export function useWidth<E extends Element>(first: number): readonly [number, (element: E | null) => void] {
  const [width, setWidth] = useState(first);
  const observer = useRef<ResizeObserver>(undefined);
  const measure = useCallback((element: E | null) => {
    observer.current?.disconnect();
    if (element === null) return;
    const take = () => {
      const now = Math.floor(element.getBoundingClientRect().width);
      if (now > 0) setWidth(now);
    };
    take();
    observer.current = new ResizeObserver(take);
    observer.current.observe(element);
  }, []);
  useEffect(() => () => observer.current?.disconnect(), []);
  return [width, measure];
}
