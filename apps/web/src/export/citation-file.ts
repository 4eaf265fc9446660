/** What a citation says of the software, from CITATION.cff. */
export interface CitationFile {
  readonly title: string;
  readonly version: string;
  readonly licence: string;
  /** ISO day. */
  readonly released: string;
  readonly authors: readonly string[];
}
