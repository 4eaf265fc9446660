/** The evidence as files of the site. */

export interface EvidenceIndex {
  readonly format: "logjam-evidence/1";
  readonly sources: readonly EvidenceSource[];
  readonly series: readonly {
    readonly name: string;
    readonly source: string;
    readonly unit: string;
    readonly observations: number;
    readonly first: string;
    readonly last: string;
  }[];
  readonly checks: readonly EvidenceCheck[];
  readonly annotations: readonly {
    readonly series: string;
    readonly from: string;
    readonly to: string;
    readonly kind: string;
    readonly text: string;
  }[];
  /** Numbers that a newer release of their source replaced. */
  readonly superseded: number;
}

export interface EvidenceSource {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly commit: string;
  readonly licence: string;
  readonly citation: string;
  /** Whether later releases change earlier numbers. */
  readonly revised: boolean;
  readonly series: number;
  readonly observations: number;
  readonly files: number;
  /** Beginning of the SHA-256 of its files' checksums. */
  readonly checksum: string;
  readonly first?: string;
  readonly last?: string;
}

/** Two sources that speak of the same thing, and how they differ. */
export interface EvidenceCheck {
  readonly name: string;
  readonly title: string;
  readonly unit: string;
  readonly points: readonly { readonly date: string; readonly value: number }[];
  readonly years: readonly {
    readonly year: number;
    readonly mean: number;
    readonly low: number;
    readonly high: number;
    readonly count: number;
  }[];
}

/** The rows of the snapshot that the models' series are made of. */
export interface EvidenceRows {
  readonly format: "logjam-rows/1";
  readonly tables: Readonly<Record<RowTable, EvidenceTable>>;
}
export type RowTable = "area-weekly" | "losses-weekly" | "aid-monthly" | "meduza-deaths";
export interface EvidenceTable {
  readonly keys: readonly [string, string];
  readonly unit: string;
  /** Id of the source, or the beginning of its id where there are two forms. */
  readonly source: string;
  readonly rows: readonly (readonly [when: string, what: string, value: number, file: string, place: string])[];
}
