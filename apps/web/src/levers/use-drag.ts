import { useRef } from "react";

/** Moves of one control that follow each other within this time are one undo step. */
const SAME_STEP_MS = 900;

/** Whether a change of a control joins the one before it: while it is being dragged, or moved by repeated keys. */
export function useDrag(): () => { readonly live: boolean } {
  const last = useRef(Number.NEGATIVE_INFINITY);
  return () => {
    const now = performance.now();
    const live = now - last.current < SAME_STEP_MS;
    last.current = now;
    return { live };
  };
}
