import { useRef, useState } from "react";
import { useAppState } from "../app/store-context.tsx";
import { useTexts } from "../i18n/text.tsx";
import { composeFigure, type FigureFile } from "./compose-figure.ts";
import { EmbedCode } from "./embed-code.tsx";
import { rasterise } from "./rasterise.ts";
import { readFigure } from "./read-figure.ts";
import { fileName, saveFile } from "./save-file.ts";

export interface FigureActionsProps {
  /** The figure's id, as in `data-figure`; it names the file and the embedded view. */
  readonly id: string;
  /** The parts of the file, where the page's own drawing is no SVG; read off the page by default. */
  readonly figure?: (() => FigureFile) | undefined;
  /** The view that embeds this figure alone; without it there is nothing to embed. */
  readonly embed?: { readonly section: "question" | "map" | "charts"; readonly focus?: string } | undefined;
}

/** Save a figure as SVG or PNG, or put it into another page. Stands inside its `<figure data-figure>`. */
export function FigureActions({ id, figure, embed }: FigureActionsProps) {
  const { t } = useTexts();
  const { setting, link } = useAppState();
  const place = useRef<HTMLParagraphElement>(null);
  const [problem, setProblem] = useState<string>();
  const [embedding, setEmbedding] = useState(false);
  if (setting.view.embed) return null;
  const compose = (): string => {
    const element = place.current?.closest("figure[data-figure]");
    if (!element && !figure) throw new Error("export/no-figure: the buttons stand outside a figure.");
    return composeFigure(figure ? figure() : readFigure(element!, link));
  };
  const save = async (kind: "svg" | "png") => {
    try {
      const svg = compose();
      const content = kind === "svg" ? new Blob([svg], { type: "image/svg+xml" }) : await rasterise(svg);
      saveFile(`${fileName(id, setting.asOf, setting.scenario)}.${kind}`, content);
      setProblem(undefined);
    } catch (cause) {
      setProblem(cause instanceof Error ? cause.message : String(cause));
    }
  };
  return (
    <>
      <p className="chart-actions figure-actions" ref={place}>
        <button type="button" className="plain" onClick={() => void save("svg")}>
          {t("exports.svg")}
        </button>
        <button type="button" className="plain" onClick={() => void save("png")}>
          {t("exports.png")}
        </button>
        {embed && (
          <button type="button" className="plain" aria-expanded={embedding} onClick={() => setEmbedding(!embedding)}>
            {t("exports.embed")}
          </button>
        )}
      </p>
      {problem !== undefined && <p role="alert">{problem}</p>}
      {embed && embedding && <EmbedCode {...embed} />}
    </>
  );
}
