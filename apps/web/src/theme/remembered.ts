/** What a visitor chose for this browser, kept from visit to visit where the browser allows it. */

/** The part of `localStorage` that is used; absent, full or forbidden storage is no error. */
export type Memory = Pick<Storage, "getItem" | "setItem">;

/** The browser's own memory; undefined where even looking at it is forbidden. */
export function browserMemory(): Memory | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}

/** The remembered choice, if it is still one of those on offer. */
export function recall<T extends string>(
  memory: Memory | undefined,
  name: string,
  choices: readonly T[],
): T | undefined {
  try {
    const found = memory?.getItem(`logjam.${name}`);
    return choices.find((choice) => choice === found);
  } catch {
    return undefined;
  }
}

/** Remembers a choice; false where the browser would not. */
export function remember(memory: Memory | undefined, name: string, choice: string): boolean {
  try {
    memory?.setItem(`logjam.${name}`, choice);
    return memory !== undefined;
  } catch {
    return false;
  }
}
