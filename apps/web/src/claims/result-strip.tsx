import type { PropositionResult } from "@logjam/analysis";

/** A result with its interval against its bar, on a line: shares from 0 to 1, differences about 0, ratios from 0. */
export function ResultStrip({ result }: { readonly result: PropositionResult }) {
  const { value, low, high, bar, holds } = result;
  const [from, to] = rangeOf(result);
  const pc = (at: number) => `${Math.round(Math.max(0, Math.min(1, (at - from) / (to - from))) * 1000) / 10}%`;
  if (!Number.isFinite(value)) return null;
  return (
    <svg className={`strip result-strip holds-${holds}`} width="100%" height="22" aria-hidden="true">
      <line className="grid" x1="0%" x2="100%" y1="11" y2="11" />
      {from < 0 && <line className="zero" x1={pc(0)} x2={pc(0)} y1="5" y2="17" />}
      <line className="bar" x1={pc(bar)} x2={pc(bar)} y1="1" y2="21" />
      <line className="interval" x1={pc(low)} x2={pc(high)} y1="11" y2="11" />
      <circle className="dot" cx={pc(value)} cy="11" r="4.5" />
    </svg>
  );
}

/** What the line spans. */
export function rangeOf({ kind, value, low, high, bar }: PropositionResult): readonly [from: number, to: number] {
  if (kind === "probability" || kind === "parameter") return [0, 1];
  if (kind === "observed") return [0, Math.max(1.5, value * 1.2, bar * 1.2)];
  const most = Math.max(0.1, Math.abs(value), Math.abs(low), Math.abs(high), Math.abs(bar)) * 1.1;
  return [-most, most];
}
