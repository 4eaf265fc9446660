/**
 * Writes an SVG element as XML, the same bytes from any DOM (linkedom on a server, a browser's own), with coordinates
 * rounded to a tenth of a pixel: finer digits cannot be seen, and differ between engines.
 */
export function serialize(element: Element): string {
  const name = element.localName;
  const attributes = Array.from(
    element.attributes,
    ({ name: key, value }) => ` ${key}="${escapeXml(tidy(key, value))}"`,
  );
  const children = Array.from(element.childNodes, (node) =>
    node.nodeType === 1 ? serialize(node as Element) : node.nodeType === 3 ? escapeXml(node.textContent ?? "") : "",
  ).join("");
  return children === "" ? `<${name}${attributes.join("")}/>` : `<${name}${attributes.join("")}>${children}</${name}>`;
}

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Escapes a text for XML content and double-quoted attributes. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => escapes[letter] ?? letter);
}

const geometric = new Set([
  "d",
  "transform",
  "x",
  "y",
  "x1",
  "y1",
  "x2",
  "y2",
  "cx",
  "cy",
  "r",
  "width",
  "height",
  "dx",
  "dy",
]);

function tidy(key: string, value: string): string {
  if (!geometric.has(key)) return value;
  return value.replace(/-?\d+\.\d+(?:e-?\d+)?/g, (digits) => String(Math.round(Number(digits) * 10) / 10 || 0));
}
