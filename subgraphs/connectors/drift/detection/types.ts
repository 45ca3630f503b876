/** What is known of the values of one field. Hashes of values are as personal as the values: they stay in the tenant's schema. */
export interface FieldSketch {
  /** Records that were looked at. */
  records: number;
  /** Share of them without a value, 0…1. */
  blank: number;
  /** How many different values; estimated where the sketch is full. */
  distinct: number;
  /** The smallest hashes of its different values, in order: a KMV sketch (Beyer et al., SIGMOD 2007). */
  hashes: readonly number[];
  /** Quantiles 0, 0.1 … 1 of numbers; null of anything else. */
  quantiles: readonly number[] | null;
  /** Characters a value has on average. */
  length: number;
  /** Shapes of values, such as `Aa-9`, with the share that has them; the most frequent first. */
  shapes: readonly { shape: string; share: number }[];
}

/** One field of an object as a source had it at one time. */
export interface FieldFacts {
  /** Its name; dotted when it is nested. */
  path: string;
  /** In the source's own words or ours: `string`, `TEXT`, `anyOf[ref:account,string]`. */
  type: string;
  nullable: boolean;
  /** Where it stands among the others, from 0. */
  position: number;
  description: string | null;
  /** The values it may have, where they are listed. */
  enumeration: readonly string[] | null;
  /** `YYYY-MM-DD`, `e-mail`… */
  format: string | null;
  /** `cents`, `EUR`, `seconds`… */
  unit: string | null;
  profile: FieldSketch | null;
}

export interface ObjectFacts {
  /** What people call it. */
  object: string;
  fields: readonly FieldFacts[];
}

export const CHANGE_KINDS = [
  'ADDED',
  'REMOVED',
  'RENAMED',
  'MOVED',
  'SPLIT',
  'MERGED',
  'RETYPED',
  'UNIT_CHANGED',
  'FORMAT_CHANGED',
  'ENUM_CHANGED',
  'NULLABILITY_CHANGED',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** One change of an object between two times. */
export interface FieldChange {
  kind: ChangeKind;
  /** The fields as they were: none of an addition, several of a merger. */
  before: readonly FieldFacts[];
  /** The fields as they are: none of a removal, several of a split. */
  after: readonly FieldFacts[];
  /** 0…1. What the schema itself says is certain; what it only suggests (renamed, moved, split, unit) is as sure as its evidence. */
  confidence: number;
  /** Sentences for people. */
  evidence: readonly string[];
  /** Factor from the old unit to the new one: `new = old × factor`. Only of UNIT_CHANGED. */
  factor?: number;
}

/** What is known of the values of the same records at both times. Null: nothing, or of too few records. */
export interface ValueEvidence {
  /** Share of records in which both have the same value, 0…1; blanks on both sides say nothing and are left out. */
  agreement(before: string, after: string): number | null;
  /** Factor by which numbers differ in all of them; null when there is no one factor. */
  ratio(before: string, after: string): number | null;
  /** Share of records in which the whole is its parts put together, with whatever stands between them. */
  composed(whole: string, parts: readonly string[]): number | null;
}

/** What else is known when a successor is looked for. */
export interface ChangeContext {
  /** Paths that came with an earlier change and that nothing uses yet: a field's successor may come before it goes. */
  addedLately: ReadonlySet<string>;
  /** Values of the same records at both times; null when there are none. */
  values: ValueEvidence | null;
}
