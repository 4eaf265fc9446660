import { useEffect, useState } from "react";

/** A value once it has stood still for a while; undefined holds the last one. */
export function useDebounced<T>(value: T | undefined, milliseconds: number): T | undefined {
  const [settled, setSettled] = useState<T>();
  useEffect(() => {
    if (value === undefined) return;
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return settled;
}
