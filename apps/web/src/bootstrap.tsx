import { m2 } from "@logjam/model";
import { useEffect, useState } from "react";

/** Shows that the page runs: how many levers the fullest model has. */
export function Bootstrap() {
  const [levers, setLevers] = useState<number>();
  useEffect(() => setLevers(m2.levers.length), []);
  return levers === undefined ? <p>Loading…</p> : <p id="levers">{levers}</p>;
}
