import type { Area } from "../message.ts";

/** Taking things away: figures, tables, runs, citations. */
export const exports = {
  svg: "Зберегти як SVG",
  png: "Зберегти як PNG",
  embed: "Вбудувати",
  embedLabel: "Вставте це у свою сторінку:",
  copy: "Копіювати",
  copied: "Скопійовано",
  heading: "Візьміть із собою",
  citeHeading: "Цитування",
  citation:
    "{authors} ({year}). {title}. Версія {version}. Прогін {identity}, {model} станом на {asOf}, зерно {seed}. {link}",
  citeHelp: "Назвіть і джерела даних; вони мають власні ліцензії (див. «Докази»).",
  runHeading: "Прогін як таблиця",
  runHelp:
    "Кожен прогін апостеріорного розподілу окремо, тиждень за тижнем: ряди з графіків, а для M2 також територія за секторами. Parquet, {members} × {weeks}.",
  runSave: "Зберегти прогін як Parquet",
  runWorking: "Пораховано {done} з {of}…",
  runSaved: "{rows} рядків, {size} МБ.",
  runFailed: "Прогін не вдалося зберегти: {reason}",
  openWhole: "Відкрити в Logjam",
} satisfies Area;
