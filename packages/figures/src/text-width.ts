import { punctuation, regularAscii, semiboldAscii } from "./advance-widths.ts";

export type Weight = "regular" | "semibold";

/** Fallback fonts are a little wider than Inter: what is measured with this margin still fits when Inter is missing. */
const margin = 1.04;

/** The width of a text in pixels at a font size in pixels. Letters outside the table count as wide ones. */
export function textWidth(text: string, fontSize: number, weight: Weight = "regular"): number {
  const table = weight === "regular" ? regularAscii : semiboldAscii;
  let thousandths = 0;
  for (const letter of text) {
    const mark = punctuation.get(letter);
    thousandths += mark ? mark[weight === "regular" ? 0 : 1] : (table[(letter.codePointAt(0) ?? 0) - 32] ?? 680);
  }
  return (thousandths / 1000) * fontSize * margin;
}

/** Breaks a text into lines no wider than `width` pixels, at spaces; a single word that is wider is cut with a hyphen. */
export function wrapText(text: string, width: number, fontSize: number, weight: Weight = "regular"): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/[ \n]+/).filter((part) => part !== "")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (textWidth(longer, fontSize, weight) <= width) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    line = word;
    while (textWidth(line, fontSize, weight) > width && line.length > 2) {
      const [head, tail] = cut(line, width, fontSize, weight);
      lines.push(head);
      line = tail;
    }
  }
  return line === "" ? lines : [...lines, line];
}

function cut(word: string, width: number, fontSize: number, weight: Weight): readonly [string, string] {
  let length = word.length - 1;
  while (length > 1 && textWidth(`${word.slice(0, length)}-`, fontSize, weight) > width) length -= 1;
  return [`${word.slice(0, length)}-`, word.slice(length)];
}
