/** Meanings of the models' parameters, by quantity. */
export const parameters: Readonly<Record<string, string>> = {};
