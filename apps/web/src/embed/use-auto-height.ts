import { useEffect } from "react";

/** The message by which an embedded figure tells the page around it how tall it is, in pixels. */
export interface HeightMessage {
  readonly type: "logjam-height";
  readonly height: number;
}

/** Tells the embedding page the document's height, at first and whenever it changes; alone on a page it does nothing. */
export function useAutoHeight(embedded: boolean): void {
  useEffect(() => {
    if (!embedded || globalThis.parent === globalThis.self) return;
    let told = 0;
    const tell = () => {
      const height = Math.ceil(document.body.getBoundingClientRect().height);
      if (height === told) return;
      told = height;
      // A number for whoever embeds the page: nothing secret, so any origin may have it.
      globalThis.parent.postMessage({ type: "logjam-height", height } satisfies HeightMessage, "*");
    };
    const observer = new ResizeObserver(tell);
    observer.observe(document.body);
    tell();
    return () => observer.disconnect();
  }, [embedded]);
}
