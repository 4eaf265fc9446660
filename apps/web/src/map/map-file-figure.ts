/** The map as a file's parts: the same painting, as SVG, with its key in words. */
import type { FigureFile, KeyPatch } from "../export/compose-figure.ts";
import type { Texts } from "../i18n/text.tsx";
import { svgBrush } from "./brush.ts";
import { type Picture, paintMap } from "./paint.ts";
import { CLASSES, type MapPalette } from "./palette.ts";
import { heightFor, wholeTheatre } from "./window.ts";

export interface MapFileRequest {
  readonly picture: Picture;
  readonly title: string;
  readonly forecast: boolean;
  readonly source: string;
  readonly link: string;
  readonly palette: MapPalette;
}

const WIDTH = 800;

export function mapFile(request: MapFileRequest, { t, percent }: Texts): FigureFile {
  const { picture, title, forecast, source, link, palette } = request;
  const brush = svgBrush("map");
  const height = heightFor(WIDTH);
  paintMap(brush, picture, wholeTheatre(WIDTH, height), palette);
  const ramp = (colours: readonly string[], label: string): KeyPatch[] =>
    colours.map((colour, index) => ({
      colour,
      mark: "patch",
      label: `${index === 0 ? `${label} ` : ""}${t("map.classFrom", { share: percent(CLASSES[index]!) })}`,
    }));
  const key: KeyPatch[] = forecast
    ? [
        ...ramp(palette.toRussia, t("map.toRussia")),
        ...ramp(palette.toUkraine, t("map.toUkraine")),
        { colour: palette.heldBehind, mark: "patch", label: t("map.legendBehind") },
        ...(picture.laterLine
          ? [{ colour: palette.hindsight, mark: "dashes" as const, label: t("map.legendHindsight") }]
          : []),
      ]
    : [
        { colour: palette.held, mark: "patch", label: t("map.legendHeld") },
        { colour: palette.contested, mark: "patch", label: t("map.legendContested") },
      ];
  return {
    title,
    unit: t(forecast ? "map.unitForecast" : "map.unitObserved"),
    drawings: [{ markup: brush.markup(), width: WIDTH, height }],
    key,
    notes: [t(forecast ? "map.legendModelHow" : "map.legendDataHow")],
    source,
    link,
    colours: { background: palette.halo, ink: palette.ink, muted: palette.muted },
  };
}
