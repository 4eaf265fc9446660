import type { Findings } from "../contract.ts";
import { GAIN_LEVELS } from "../contract.ts";
import type { TextKey } from "../i18n/catalogue.ts";
import { useTexts } from "../i18n/text.tsx";
import { shareBelow } from "./change-probability.ts";

export const sectorKey = (id: string): TextKey => `map.sector.${id}` as TextKey;

export interface SectorListProps {
  readonly sectors: Findings["sectors"];
  readonly byWeek: number;
  readonly date: string;
  readonly chosen: string | undefined;
  readonly onChoose: (sector: string | undefined) => void;
}

/** The sectors from north to south with what they may gain or lose: the map in words, and the way to choose one by keyboard. */
export function SectorList({ sectors, byWeek, date, chosen, onChoose }: SectorListProps) {
  const { t, day, percent } = useTexts();
  const count = GAIN_LEVELS.length;
  return (
    <table className="sector-list">
      <caption>{t("map.sectorsCaption", { date: day(date) })}</caption>
      <thead>
        <tr>
          <th scope="col">{t("map.sectorColumn")}</th>
          <th scope="col" className="number">
            {t("map.gainColumn")}
          </th>
          <th scope="col" className="number">
            {t("map.gainRussiaColumn")}
          </th>
        </tr>
      </thead>
      <tbody>
        {sectors.map(({ sector, gain }) => {
          const values = gain.subarray(byWeek * count, (byWeek + 1) * count);
          const at = (level: number) => values[Math.round(level * (count - 1))]!;
          return (
            <tr key={sector} className={sector === chosen ? "chosen" : undefined}>
              <th scope="row">
                <button
                  type="button"
                  className="plain"
                  aria-pressed={sector === chosen}
                  onClick={() => onChoose(sector === chosen ? undefined : sector)}
                >
                  {t(sectorKey(sector))}
                </button>
              </th>
              <td className="number">
                <Signed value={at(0.5)} />{" "}
                <small>
                  (<Signed value={at(0.1)} /> … <Signed value={at(0.9)} />)
                </small>
              </td>
              <td className="number">{percent(1 - shareBelow({ levels: GAIN_LEVELS, values }, 1))}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Signed({ value }: { readonly value: number }) {
  const { number } = useTexts();
  const rounded = Math.round(value);
  return rounded > 0 ? `+${number(rounded)}` : number(rounded);
}
