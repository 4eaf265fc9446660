import { escapeXml } from "@logjam/figures";

/** A piece of HTML that is known to be well formed. Only `html` and `trusted` make it, so that no text slips in unescaped. */
export interface Html {
  readonly markup: string;
}

export type Content = Html | string | number | null | undefined | false | readonly Content[];

/** A template whose values are escaped unless they are HTML themselves; lists are joined, and null, undefined and false vanish. */
export function html(parts: TemplateStringsArray, ...values: readonly Content[]): Html {
  return { markup: parts.map((part, index) => (index === 0 ? part : render(values[index - 1]) + part)).join("") };
}

/** Markup that our own code has made (figures, styles). Never pass it anything that a file or a user has written. */
export function trusted(markup: string): Html {
  return { markup };
}

function render(content: Content): string {
  if (content === null || content === undefined || content === false) return "";
  if (typeof content === "string" || typeof content === "number") return escapeXml(String(content));
  return Array.isArray(content) ? content.map(render).join("") : (content as Html).markup;
}

/** A link where the address is one of the web's; plain text where it is anything else ("javascript:", a local path). */
export function link(address: string, text: string): Html {
  return /^https?:\/\//i.test(address) ? html`<a href="${address}">${text}</a>` : html`${text}`;
}
