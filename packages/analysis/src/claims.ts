/** Claim files: an argument, taken apart into propositions that a model can answer. */
import { z } from "zod";
import { type Parsed, parseYaml } from "./yaml-file.ts";

const isoDate = z.iso.date();
const name = z.string().min(1);
const probabilityBar = z.number().min(0).max(1);

const event = {
  scenario: name.describe("A scenario, by its file's name."),
  outcome: name.describe("An outcome of the model, by its short name."),
  byWeek: z.int().min(1).optional().describe("Weeks after the as-of date; the file's horizon if not given."),
};

const probability = z.strictObject(event).describe("Probability that an outcome has come about.");
const term = z.strictObject({ ...event, weight: z.number().describe("Factor on this probability, e.g. 1 or -1.") });
const parameter = z
  .strictObject({
    name: name.describe("A parameter of the model, by its full name."),
    above: z.number().optional(),
    below: z.number().optional(),
  })
  .refine((p) => (p.above === undefined) !== (p.below === undefined), "give either 'above' or 'below'")
  .describe("Probability, after the fit, that a parameter lies above or below a value.");
const observed = z
  .strictObject({
    series: name.describe("A recorded series, by its name."),
    weeks: z.int().min(1).describe("Length of the recent window, which ends at the as-of date."),
    against: z.strictObject({
      weeks: z.int().min(1).describe("Length of the window to compare with."),
      ending: z.int().min(0).describe("How many weeks before the as-of date that window ends."),
    }),
  })
  .describe("Mean of a recorded series over recent weeks, divided by its mean over earlier weeks.");

const proposition = z
  .strictObject({
    says: z.string().min(1).describe("The proposition as a sentence."),
    probability: probability.optional(),
    contrast: z.array(term).min(2).optional().describe("A weighted sum of probabilities, compared within members."),
    parameter: parameter.optional(),
    observed: observed.optional(),
    atLeast: z.number().optional(),
    atMost: z.number().optional(),
  })
  .refine(
    (p) => [p.probability, p.contrast, p.parameter, p.observed].filter((x) => x !== undefined).length === 1,
    "give exactly one of 'probability', 'contrast', 'parameter' or 'observed'",
  )
  .refine((p) => (p.atLeast === undefined) !== (p.atMost === undefined), "give either 'atLeast' or 'atMost'")
  .refine(
    (p) =>
      (p.probability === undefined && p.parameter === undefined) ||
      probabilityBar.safeParse(p.atLeast ?? p.atMost).success,
    "the bar of a probability lies between 0 and 1",
  );

const claim = z
  .strictObject({
    id: z.string().regex(/^[A-Za-z][A-Za-z0-9-]*$/, "an id is a letter, then letters, digits or hyphens"),
    title: z.string().min(1),
    point: z.string().min(1).describe("The author's point, in our words."),
    place: z.string().min(1).describe("Where in the article."),
    quote: z.string().max(160).optional().describe("A short phrase of the author's, quoted."),
    propositions: z.array(proposition).min(1).optional().describe("All must hold for the claim to be supported."),
    means: z
      .strictObject({
        supported: z.string().min(1).optional(),
        contradicted: z.string().min(1).optional(),
        undecided: z.string().min(1).optional(),
      })
      .default({})
      .describe("What each verdict would say about the world of the model, in a sentence."),
    caveats: z.array(z.string().min(1)).default([]),
    untestable: z.string().min(1).optional().describe("Why the model has nothing that speaks to it."),
  })
  .refine(
    (c) => (c.propositions === undefined) !== (c.untestable === undefined),
    "give either 'propositions' or, with the reason, 'untestable'",
  );

export const claimsSchema = z
  .strictObject({
    format: z.literal("logjam-claims/1"),
    title: z.string().min(1),
    headline: z.string().min(1).describe("The question in one sentence."),
    headlineClaim: z.string().min(1).describe("The id of the claim that answers the headline."),
    article: z.strictObject({
      title: z.string().min(1),
      author: z.string().min(1),
      date: isoDate,
      url: z.url({ protocol: /^https?$/ }),
    }),
    asOf: isoDate.describe("The last day whose data may be used: a Monday."),
    horizonWeeks: z.int().min(13).max(520),
    scenarios: z
      .array(name)
      .min(1)
      .optional()
      .describe("The scenarios to run and show, in this order; all in the folder if not given."),
    claims: z.array(claim).min(1),
  })
  .refine((f) => new Set(f.claims.map((c) => c.id)).size === f.claims.length, "two claims have the same id")
  .refine((f) => f.claims.some((c) => c.id === f.headlineClaim), {
    message: "there is no claim with this id",
    path: ["headlineClaim"],
  });

export type ClaimsFile = z.infer<typeof claimsSchema>;
export type Claim = ClaimsFile["claims"][number];
export type Proposition = NonNullable<Claim["propositions"]>[number];

export interface Claims extends Parsed<ClaimsFile> {
  readonly file: string;
}

/** Read a claim file from its text. Throws InputError with file, line and next step. */
export function parseClaims(file: string, text: string): Claims {
  return { file, ...parseYaml("claims", file, text, claimsSchema) };
}
