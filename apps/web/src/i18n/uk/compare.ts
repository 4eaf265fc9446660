import type { compare as english } from "../en/compare.ts";
import type { Message } from "../message.ts";

export const compare = {
  label: "Порівняти з",
  none: "нічим",
  help: "Ті самі прогони за обох політик; різницю взято прогін за прогоном.",
  heading: "Різниця",
  differenceColumn: "Різниця, в. п.",
  interval: "95-відсотковий інтервал",
  show: "Що показують графіки",
  showBoth: "Обидві політики",
  showDifference: "Різницю",
  differenceTitle: "{title}: різниця",
  range: "від {low} до {high}",
  clear: "відрізняється від випадку",
  unclear: "від випадку не відрізнити",
  tableCaption: "До {date}: «{main}» проти «{other}»",
  yours: "{policy}, з вашими змінами",
  swap: "Поміняти місцями",
} satisfies Record<keyof typeof english, Message>;
