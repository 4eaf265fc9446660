import { useEffect, useRef, useState } from "react";
import type { EngineResult } from "../contract.ts";
import { type Texts, useTexts } from "../i18n/text.tsx";
import { worldTexts } from "../i18n/world-text.ts";
import { changesOf } from "../levers/changes.ts";
import { answerNumbers, answerText, endingFor, leadFor } from "./answer-words.ts";
import { useAppState } from "./store-context.tsx";
import { useDebounced } from "./use-debounced.ts";

/** Screen readers hear a new answer only once the numbers have stood still for so long. */
const QUIET_MS = 900;

/** The question, and its answer in one sentence; on small screens a short form stays in sight while levers are moved. */
export function Answer() {
  const { setting, result, stale } = useAppState();
  const texts = useTexts();
  const { t } = texts;
  const [gone, watch] = useOutOfSight();
  const byWeek = result === undefined ? 0 : Math.min(setting.byWeek, result.dates.length - 1);
  const spoken = useDebounced(result === undefined || stale ? undefined : answerText(result, byWeek, texts), QUIET_MS);
  return (
    <section className={stale ? "answer stale" : "answer"} id="answer" tabIndex={-1} aria-labelledby="the-question">
      <h1 id="the-question">{t("page.question")}</h1>
      <div ref={watch}>
        {result === undefined ? (
          <p className="answer-sentence">{t("page.computing")}</p>
        ) : (
          <p className="answer-sentence">
            <Sentence result={result} byWeek={byWeek} texts={texts} />
          </p>
        )}
        {result && <Basis result={result} byWeek={byWeek} />}
      </div>
      <p className="unseen" role="status" aria-live="polite" aria-atomic="true">
        {spoken ?? ""}
      </p>
      {result && gone && (
        <p className="answer-bar" aria-hidden="true">
          <Short result={result} byWeek={byWeek} texts={texts} />
        </p>
      )}
    </section>
  );
}

interface SentenceProps {
  readonly result: EngineResult;
  readonly byWeek: number;
  readonly texts: Texts;
}

function Sentence({ result, byWeek, texts }: SentenceProps) {
  const { t, rich, percent, percentInterval, day } = texts;
  const { ukraine, russia, continues } = answerNumbers(result, byWeek);
  return rich("page.answer", {
    lead: <strong className="lead">{t(leadFor(ukraine.value))}</strong>,
    date: <span className="nowrap">{day(result.dates[byWeek] ?? "")}</span>,
    ukraine: <b className="for-ukraine">{percent(ukraine.value)}</b>,
    ukraineInterval: <span className="nowrap">{percentInterval(ukraine.low, ukraine.high)}</span>,
    russia: <b className="for-russia">{percent(russia.value)}</b>,
    russiaInterval: <span className="nowrap">{percentInterval(russia.low, russia.high)}</span>,
    continues: <b>{percent(continues.value)}</b>,
    ending: t(endingFor(result)),
  });
}

function Short({ result, byWeek, texts }: SentenceProps) {
  const { rich, percent, shortDay } = texts;
  const { ukraine, russia, continues } = answerNumbers(result, byWeek);
  return rich("page.answerShort", {
    date: shortDay(result.dates[byWeek] ?? ""),
    ukraine: <b className="for-ukraine">{percent(ukraine.value)}</b>,
    russia: <b className="for-russia">{percent(russia.value)}</b>,
    continues: <b>{percent(continues.value)}</b>,
  });
}

/** What the answer rests on: model, record, runs, policy; and the difference where two policies are compared. */
function Basis({ result, byWeek }: { readonly result: EngineResult; readonly byWeek: number }) {
  const { world, setting, stale } = useAppState();
  const texts = useTexts();
  const { t, day, points } = texts;
  const policy = world.scenarios.find(({ id }) => id === setting.scenario);
  const count = changesOf(world, setting, texts).length;
  const other = world.scenarios.find(({ id }) => id === result.comparison?.other.scenario);
  const { difference } = answerNumbers(result, byWeek);
  return (
    <div className="basis">
      {other && (
        <p>
          {t("page.compared", {
            other: worldTexts(texts.locale).scenario(other).title,
            ukraine: points(difference.ukraine.value),
            ukraineInterval: pointsInterval(difference.ukraine, texts),
            russia: points(difference.russia.value),
            russiaInterval: pointsInterval(difference.russia, texts),
          })}
        </p>
      )}
      <p>
        {t("page.answerBasis", {
          model: setting.model,
          asOf: day(setting.asOf),
          members: t("page.members", { count: result.members }),
          policy: policy === undefined ? setting.scenario : worldTexts(texts.locale).scenario(policy).title,
          changes: count === 0 ? t("page.changesNone") : t("page.changesSome", { count }),
        })}{" "}
        {t("page.answerInterval")}
        {result.failed > 0 && ` ${t("page.failed", { count: result.failed })}`}
        {policy?.hindsight && ` ${t("page.hindsightPolicy")}`}
      </p>
      <Working stage={stale ? "coarse" : result.stage} />
    </div>
  );
}

/** An interval of a difference in points, rounded outwards. */
export function pointsInterval(
  { low, high }: { readonly low: number; readonly high: number },
  { t, points }: Pick<Texts, "t" | "points">,
) {
  return t("compare.range", {
    low: points(Math.floor(low * 100 + 1e-9) / 100),
    high: points(Math.ceil(high * 100 - 1e-9) / 100),
  });
}

function Working({ stage }: { readonly stage: EngineResult["stage"] }) {
  const { progress } = useAppState();
  const { t } = useTexts();
  const share = progress === undefined || progress.of === 0 ? 1 : progress.done / progress.of;
  return (
    <p className="working" aria-hidden="true">
      <span
        ref={(bar) => {
          bar?.style.setProperty("--done", String(share));
        }}
      />
      {stage === "coarse" ? t("page.computing") : share < 1 ? t("page.refining") : ""}
    </p>
  );
}

/** Whether an element has scrolled out of sight. */
function useOutOfSight() {
  const [gone, setGone] = useState(false);
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (element.current === null) return;
    const observer = new IntersectionObserver((entries) => {
      for (const entry of entries) setGone(!entry.isIntersecting && entry.boundingClientRect.top < 0);
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return [gone, element] as const;
}
