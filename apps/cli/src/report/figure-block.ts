import { type Canvas, variableTheme } from "@logjam/figures";
import { serverDocument } from "@logjam/figures/node";
import { type Html, html, trusted } from "./html.ts";

/**
 * A figure laid out twice, for wide and for narrow screens: text keeps its size, and the style sheet shows one of the two.
 * What is not shown is not read out either.
 */
export function figureBlock(
  draw: (canvas: Canvas) => string,
  widths: { readonly wide: number; readonly narrow: number },
): Html {
  const document = serverDocument();
  const at = (width: number) => trusted(draw({ document, width, theme: variableTheme }));
  return html`<figure><div class="wide">${at(widths.wide)}</div><div class="narrow">${at(widths.narrow)}</div></figure>`;
}

export const fullWidth = { wide: 868, narrow: 350 } as const;
export const cardWidth = { wide: 700, narrow: 324 } as const;
export const halfWidth = { wide: 406, narrow: 350 } as const;
