/** Pictures of the page against those that were looked at and found good: compared in the browser, which can read PNG. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Browser, Page } from "playwright-core";

export interface Likeness {
  /** Share of pixels whose colour differs visibly. */
  readonly differing: number;
  readonly sameSize: boolean;
}

/** A colour channel may differ by so much: edges of letters are smoothed differently from machine to machine. */
const VISIBLE = 48;

export async function likeness(browser: Browser, one: Uint8Array, other: Uint8Array): Promise<Likeness> {
  const page = await browser.newPage();
  try {
    return await page.evaluate(compareInBrowser, [asUrl(one), asUrl(other), VISIBLE] as const);
  } finally {
    await page.close();
  }
}

const asUrl = (png: Uint8Array): string => `data:image/png;base64,${Buffer.from(png).toString("base64")}`;

/** Runs in the page: it must not use anything from outside. */
async function compareInBrowser([one, other, visible]: readonly [string, string, number]): Promise<Likeness> {
  const pixels = async (url: string) => {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext("2d")!;
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, image.width, image.height);
  };
  const [a, b] = await Promise.all([pixels(one), pixels(other)]);
  if (a.width !== b.width || a.height !== b.height) return { differing: 1, sameSize: false };
  let differing = 0;
  for (let i = 0; i < a.data.length; i += 4)
    if ([0, 1, 2].some((channel) => Math.abs(a.data[i + channel]! - b.data[i + channel]!) > visible)) differing++;
  return { differing: differing / (a.data.length / 4), sameSize: true };
}

/**
 * Compares what a page shows with the kept picture, and keeps the new one where there is none yet or where LOOKS=update asks for
 * it: whoever does that looks at it.
 */
export async function looksAsBefore(browser: Browser, page: Page, file: string): Promise<Likeness> {
  const png = await page.screenshot({ animations: "disabled", caret: "hide" });
  if (!existsSync(file) || process.env["LOOKS"] === "update") {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, png);
  }
  return likeness(browser, png, readFileSync(file));
}
