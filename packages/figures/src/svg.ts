const namespace = "http://www.w3.org/2000/svg";

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Makes an SVG element with attributes (undefined ones are left out) and children. */
export function svg(
  document: Document,
  name: string,
  attributes: Attributes = {},
  children: readonly (Element | string)[] = [],
): Element {
  const element = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(key, String(value));
  }
  for (const child of children) {
    element.appendChild(typeof child === "string" ? document.createTextNode(child) : child);
  }
  return element;
}
