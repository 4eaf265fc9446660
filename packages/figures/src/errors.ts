/** The catalogue of this package's errors: stable code, what was wrong, what to do. */
export class FigureError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(`${code}: ${message}`);
    this.name = "FigureError";
    this.code = code;
  }
}

export function frameIncomplete(figure: string, field: string): FigureError {
  return new FigureError(
    "figure/frame-incomplete",
    `The figure "${figure}" has an empty ${field}. Every figure states its title, unit, source and data date: fill in \`${field}\`.`,
  );
}

export function lengthsDiffer(figure: string, series: string, expected: number, found: number): FigureError {
  return new FigureError(
    "figure/lengths-differ",
    `In the figure "${figure}", "${series}" has ${found} values for ${expected} dates. Give one value per date.`,
  );
}

export function dateInvalid(text: string): FigureError {
  return new FigureError(
    "figure/date-invalid",
    `"${text}" is no ISO day. Write it as YYYY-MM-DD, for example 2023-11-27.`,
  );
}

export function nothingToDraw(figure: string): FigureError {
  return new FigureError(
    "figure/nothing-to-draw",
    `The figure "${figure}" has no data. Leave it out, or pass at least one point.`,
  );
}
