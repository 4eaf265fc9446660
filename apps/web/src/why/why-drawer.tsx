import "./why.css";
import { mathml, type PrintedQuantity } from "@logjam/lang";
import { useEffect, useMemo, useRef } from "react";
import { useAppState, useStore } from "../app/store-context.tsx";
import { useTexts } from "../i18n/text.tsx";
import { NotReady } from "../map/not-ready.tsx";
import { evidenceOf } from "./evidence-of.ts";
import { EvidenceRowsTable } from "./evidence-rows.tsx";
import { givenValue, type Neighbour, NeighbourList } from "./neighbour-list.tsx";
import { ParameterStrip } from "./parameter-strip.tsx";
import { TrajectoryChart, useCompact } from "./trajectory-chart.tsx";
import { INSPECTED_MEMBERS, type Inspection, useInspection, useInspector } from "./use-inspection.ts";
import { useWhy, type WhyFiles } from "./use-why.ts";
import { matchingScalar, scalarParts, scalarsOf } from "./why-model.ts";
import { kindKey, RUNS, scalarWords, unitWords } from "./why-words.ts";

/** What is opened when a link names nothing that the model has. */
const STANDARD = "outcomes.areaHeld";

/** Why a curve is as it is: its equation, what it rests on and what rests on it, down to the row of the evidence. */
export function WhyDrawer() {
  const { world, setting } = useAppState();
  const store = useStore();
  const { t } = useTexts();
  const loaded = useWhy(world.parts, setting.model);
  const close = () => store.look({ section: "question", focus: undefined });
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const opener = document.activeElement;
    panel.current?.focus();
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  return (
    <div
      ref={panel}
      className="why-drawer"
      role="dialog"
      aria-label={t("why.label")}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === "Escape") close();
      }}
    >
      <div className="why-bar">
        <button type="button" className="plain" onClick={() => history.back()}>
          ← {t("why.back")}
        </button>
        <button type="button" className="plain" onClick={close}>
          {t("page.close")} ✕
        </button>
      </div>
      {loaded.state === "ready" ? <Quantity files={loaded.value} /> : <NotReady loaded={loaded} />}
    </div>
  );
}

/** The scalar that is looked at: the link's, or the standard one of the quantity that it names, or the standard. */
function chosenScalar({ index }: WhyFiles, focus: string | undefined): { quantity: PrintedQuantity; scalar: string } {
  const { quantity: name, elements } = scalarParts(focus ?? STANDARD);
  const quantity = index.byName.get(name) ?? index.byName.get(STANDARD)!;
  const scalars = scalarsOf(index.model, quantity);
  const wanted = `${quantity.name}[${elements.join(",")}]`;
  const standard = matchingScalar(index.model, quantity, quantity, []);
  return { quantity, scalar: scalars.find((scalar) => scalar === wanted) ?? standard };
}

function Quantity({ files }: { readonly files: WhyFiles }) {
  const { world, setting } = useAppState();
  const store = useStore();
  const texts = useTexts();
  const { t } = texts;
  const { index } = files;
  const { quantity, scalar } = chosenScalar(files, setting.view.focus);
  const { causes, effects } = useMemo(() => {
    const { elements } = scalarParts(scalar);
    const neighbours = (names: readonly string[]): readonly Neighbour[] =>
      names.flatMap((name) => {
        const found = index.byName.get(name);
        return found ? [{ quantity: found, scalar: matchingScalar(index.model, found, quantity, elements) }] : [];
      });
    return {
      causes: neighbours(index.causes.get(quantity.name) ?? []),
      effects: neighbours(index.effects.get(quantity.name) ?? []),
    };
  }, [index, quantity, scalar]);
  const asked = useMemo(
    () => [
      ...(RUNS.includes(quantity.kind) ? [scalar] : []),
      ...[...causes, ...effects].filter((one) => RUNS.includes(one.quantity.kind)).map((one) => one.scalar),
    ],
    [quantity, scalar, causes, effects],
  );
  const inspection = useInspection(useInspector(), world, setting, asked);
  const heading = useRef<HTMLHeadingElement>(null);
  // On the way from one quantity to the next, reading goes on at the top.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new quantity is the reason
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    heading.current?.closest(".why-drawer")?.scrollTo({ top: 0 });
  }, [quantity.name]);
  const open = (name: string) => store.look({ section: "why", focus: name });
  const trajectory = inspection.trajectories.get(scalar);
  const rows = evidenceOf(files.rows, scalar, setting.asOf);
  const name = scalarWords(scalar, texts);
  return (
    <>
      <p className="kicker">
        {setting.model} · {t(kindKey(quantity.kind))}
      </p>
      <h2 ref={heading} tabIndex={-1}>
        {name}
      </h2>
      <p className="lead" lang="en">
        {quantity.meaning}
      </p>
      <ElementPicker quantity={quantity} scalar={scalar} files={files} onOpen={open} />
      {RUNS.includes(quantity.kind) && (
        <figure className="chart" data-figure={`why-${quantity.name}`}>
          <figcaption>
            <h3 className="unseen">{name}</h3>
            <p className="unit">{unitWords(quantity.unit, texts)}</p>
          </figcaption>
          {trajectory ? (
            <TrajectoryChart trajectory={trajectory} asOf={setting.asOf} label={name} />
          ) : (
            <p className="quiet why-waiting" role="status">
              {inspection.problem ? t("why.problem", { reason: inspection.problem }) : t("why.working")}
            </p>
          )}
          <p className="chart-source quiet">
            {t("why.courseNote", { members: INSPECTED_MEMBERS, model: setting.model })}
          </p>
        </figure>
      )}
      <Given quantity={quantity} scalar={scalar} inspection={inspection} />
      <Equations quantity={quantity} onOpen={open} />
      <Facts quantity={quantity} />
      {rows && <EvidenceRowsTable found={rows} evidence={files.evidence} />}
      <NeighbourList
        heading={t("why.causes")}
        neighbours={causes}
        inspection={inspection}
        asOf={setting.asOf}
        onOpen={open}
      />
      <NeighbourList
        heading={t("why.effects")}
        neighbours={effects}
        inspection={inspection}
        asOf={setting.asOf}
        onOpen={open}
      />
      <p className="why-book">
        <a href={`./book/${setting.model.toLowerCase()}/${quantity.name}.html`}>{t("why.book")}</a>
      </p>
    </>
  );
}

interface PickerProps {
  readonly quantity: PrintedQuantity;
  readonly scalar: string;
  readonly files: WhyFiles;
  readonly onOpen: (scalar: string) => void;
}

function ElementPicker({ quantity, scalar, files, onOpen }: PickerProps) {
  const texts = useTexts();
  const scalars = scalarsOf(files.index.model, quantity);
  if (scalars.length < 2) return null;
  return (
    <p>
      <label>
        {texts.t("why.oneFor")}{" "}
        <select value={scalar} onChange={(event) => onOpen(event.currentTarget.value)}>
          {scalars.map((one) => (
            <option key={one} value={one}>
              {scalarWords(one, texts).replace(/^[^:]*: /, "")}
            </option>
          ))}
        </select>
      </label>
    </p>
  );
}

/** What was given rather than computed: a parameter before and after the data, a constant, a lever and its range. */
function Given({
  quantity,
  scalar,
  inspection,
}: {
  readonly quantity: PrintedQuantity;
  readonly scalar: string;
  readonly inspection: Inspection;
}) {
  const texts = useTexts();
  const compact = useCompact();
  const spread = inspection.parameters.get(scalar);
  if (quantity.kind === "parameter")
    return spread ? <ParameterStrip spread={spread} /> : <p className="quiet">{texts.t("why.working")}</p>;
  const value = givenValue(quantity.value, scalarParts(scalar).elements);
  if (typeof value !== "number") return null;
  const unit = unitWords(quantity.unit, texts);
  return (
    <p className="given">
      {quantity.kind === "lever" && quantity.range
        ? texts.t("why.leverRange", {
            value: compact(value),
            low: compact(quantity.range[0]),
            high: compact(quantity.range[1]),
            unit,
          })
        : `${compact(value)} ${unit}`}
    </p>
  );
}

const ROLES = { initial: "why.roleInitial", balance: "why.roleBalance", assign: "why.roleAssign" } as const;

function Equations({
  quantity,
  onOpen,
}: {
  readonly quantity: PrintedQuantity;
  readonly onOpen: (name: string) => void;
}) {
  const { t } = useTexts();
  if (quantity.equations.length === 0) return null;
  return (
    <section>
      <h3>{t("why.equation")}</h3>
      {quantity.equations.map(({ role, tex, text, place, reads }) => (
        <div key={role} className="equation">
          {role !== "formula" && <h4>{t(ROLES[role])}</h4>}
          {/* Our own printing of our own formulas: letters are escaped, and there is nothing else in them. */}
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: as above */}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a formula that scrolls must be reachable by keyboard */}
          <div className="formula" tabIndex={0} dangerouslySetInnerHTML={{ __html: mathml(tex) }} />
          <details>
            <summary>{t("why.asWritten")}</summary>
            <p>
              <code>{text}</code>
            </p>
            <p className="quiet">
              <code>{place}</code>
            </p>
            {reads.length > 0 && (
              <p>
                {reads.map((read) => (
                  <button key={read} type="button" className="plain" onClick={() => onOpen(read)}>
                    {read}
                  </button>
                ))}
              </p>
            )}
          </details>
        </div>
      ))}
    </section>
  );
}

function Facts({ quantity }: { readonly quantity: PrintedQuantity }) {
  const texts = useTexts();
  const { t } = texts;
  const judged = quantity.source?.startsWith("[J]") ?? false;
  const source = quantity.source?.replace(/^\[J\]\s*/, "");
  return (
    <dl className="why-facts">
      <dt>{t("why.name")}</dt>
      <dd>
        <code>{quantity.name}</code>
      </dd>
      <dt>{t("why.unit")}</dt>
      <dd>{unitWords(quantity.unit, texts)}</dd>
      {quantity.source !== undefined && (
        <>
          <dt>{t("why.source")}</dt>
          <dd>
            {judged && <b>{t("why.judgement")} </b>}
            <span lang="en">{source === "" ? "" : source}</span>
          </dd>
        </>
      )}
      {quantity.laws.length > 0 && (
        <>
          <dt>{t("why.laws")}</dt>
          <dd lang="en">{quantity.laws.join("; ")}</dd>
        </>
      )}
    </dl>
  );
}
