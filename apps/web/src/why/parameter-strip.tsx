import { useTexts } from "../i18n/text.tsx";
import type { ParameterSpread, Spread } from "./inspect/messages.ts";
import { useCompact } from "./trajectory-chart.tsx";

const [WIDTH, HEIGHT] = [320, 44];

/** What was believed of a parameter before the data, and after them. */
export function ParameterStrip({ spread }: { readonly spread: ParameterSpread }) {
  const { t, exactPercent } = useTexts();
  const compact = useCompact();
  const { prior, posterior, contraction } = spread;
  const values = [prior.p05, prior.p95, posterior.p05, posterior.p95];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  // Factors are what matters where a number spans more than a few of them.
  const place = low > 0 && high / low > 5 ? Math.log : (value: number) => value;
  const x = (value: number) => 4 + ((place(value) - place(low)) / (place(high) - place(low) || 1)) * (WIDTH - 8);
  const words = ({ p05, p50, p95 }: Spread) =>
    t("why.spread", { middle: compact(p50), low: compact(p05), high: compact(p95) });
  const learnt = Math.max(0, contraction);
  return (
    <div className="parameter-strip">
      <svg width={WIDTH} height={HEIGHT} aria-hidden="true">
        <Row spread={prior} y={14} x={x} className="prior" />
        <Row spread={posterior} y={32} x={x} className="posterior" />
      </svg>
      <dl>
        <dt className="prior">{t("why.prior")}</dt>
        <dd>{words(prior)}</dd>
        <dt className="posterior">{t("why.posterior")}</dt>
        <dd>{words(posterior)}</dd>
      </dl>
      <p className="quiet">
        {learnt < 0.01 ? t("why.learntNothing") : t("why.learnt", { share: exactPercent(learnt) })}
      </p>
    </div>
  );
}

interface RowProps {
  readonly spread: Spread;
  readonly y: number;
  readonly x: (value: number) => number;
  readonly className: string;
}

const Row = ({ spread, y, x, className }: RowProps) => (
  <g className={className}>
    <line x1={x(spread.p05)} x2={x(spread.p95)} y1={y} y2={y} strokeWidth={1.5} />
    <line x1={x(spread.p25)} x2={x(spread.p75)} y1={y} y2={y} strokeWidth={5} strokeOpacity={0.5} />
    <circle cx={x(spread.p50)} cy={y} r={4} />
  </g>
);
