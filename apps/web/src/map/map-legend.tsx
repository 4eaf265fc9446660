import { useTexts } from "../i18n/text.tsx";
import { CLASSES, darkPalette, lightPalette } from "./palette.ts";
import { useDarkTheme } from "./use-dark-theme.ts";

export interface MapLegendProps {
  readonly forecast: boolean;
  /** Whether the maps of the week shown tell ground in question. */
  readonly contestedShown: boolean;
  readonly hindsight: boolean;
  /** Whether the model knows sectors. */
  readonly sectors: boolean;
  readonly asOf: string;
}

/** What is data, what is model, and how the model's part was made. */
export function MapLegend({ forecast, contestedShown, hindsight, sectors, asOf }: MapLegendProps) {
  const { t, percent, day } = useTexts();
  const palette = useDarkTheme() ? darkPalette : lightPalette;
  const date = day(asOf);
  if (!forecast)
    return (
      <div className="map-legend">
        <p>
          <b>{t("map.legendData")}</b>{" "}
          <span className="entry">
            <Patch colour={palette.held} /> {t("map.legendHeld")}
          </span>{" "}
          {contestedShown ? (
            <span className="entry">
              <Patch colour={palette.contested} /> {t("map.legendContested")}
            </span>
          ) : (
            <span className="quiet">{t("map.legendContestedNotShown")}</span>
          )}
        </p>
        <p className="quiet">{t("map.legendDataHow")}</p>
      </div>
    );
  return (
    <div className="map-legend">
      <p>
        <b>{t("map.legendData")}</b>{" "}
        <span className="entry">
          <Rule colour={palette.line} /> {t("map.legendLine", { date })}
        </span>{" "}
        <span className="entry">
          <Patch colour={palette.heldBehind} /> {t("map.legendBehind")}
        </span>
        {hindsight && (
          <>
            {" "}
            <span className="entry">
              <Rule colour={palette.hindsight} dashed /> {t("map.legendHindsight")}
            </span>
          </>
        )}
      </p>
      <div>
        <b>{t("map.legendModel")}</b> {t("map.legendProbability")}
        <ul className="map-ramps">
          {(["toUkraine", "toRussia"] as const).map((way) => (
            <li key={way}>
              <span>{t(way === "toUkraine" ? "map.toUkraine" : "map.toRussia")}</span>
              <span className="map-ramp">
                {CLASSES.map((bound, index) => (
                  <span key={bound}>
                    <Patch colour={palette[way][index]!} />
                    <small>{t("map.classFrom", { share: percent(bound) })}</small>
                  </span>
                ))}
              </span>
            </li>
          ))}
        </ul>
      </div>
      <p className="quiet">{t(sectors ? "map.legendModelHow" : "map.legendModelHowWhole")}</p>
    </div>
  );
}

const Patch = ({ colour }: { readonly colour: string }) => (
  <svg className="patch" width="18" height="12" aria-hidden="true">
    <rect width="18" height="12" rx="2" fill={colour} />
  </svg>
);

const Rule = ({ colour, dashed = false }: { readonly colour: string; readonly dashed?: boolean }) => (
  <svg className="patch" width="22" height="12" aria-hidden="true">
    <line x1="0" x2="22" y1="6" y2="6" stroke={colour} strokeWidth="2" strokeDasharray={dashed ? "5 3" : undefined} />
  </svg>
);
