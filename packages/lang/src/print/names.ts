/** Names as a reader would say them. */

/** `casualtiesPerRound` -> `casualties per round`; `returned.stage2` -> `returned: stage 2`. */
export function nameWords(name: string): string {
  return name
    .replace(/\./g, ": ")
    .replace(/([a-z])([A-Z0-9])|([0-9])([A-Za-z])/g, "$1$3 $2$4")
    .replace(/-/g, " ")
    .toLowerCase()
    .replace(/\b(ukrain|russia|crimea)/g, (text) => text.charAt(0).toUpperCase() + text.slice(1));
}

/** The part of a qualified name after its subject: `manpower.returned.stage2` -> `returned.stage2`. */
export const shortName = (name: string): string => name.slice(name.indexOf(".") + 1);
