/** What the tenant's data looks like now; read per data version, bounded, and used by language (values) and confidence (coverage). */
export interface AttributeProfile {
  blanks: number;
  /** Exact up to MAX_VALUES_PER_ATTRIBUTE. */
  distinct: number;
  /** Dates as YYYY-MM-DD; numbers as text; null when unknown or empty. */
  min: string | null;
  max: string | null;
  /** Distinct values of text-like attributes, most frequent first; null when not indexed. */
  values: string[] | null;
  /** What a quarter of the numbers are at most, and what a quarter are at least; absent where nothing is told of it. */
  quarters?: { lower: number; upper: number };
}

/** One line of a table of figures. */
export interface LineProfile {
  name: string;
  /** Of its numbers, whatever they are; null when it has none. */
  min: number | null;
  max: number | null;
  unit: string | null;
  /** How long its periods are, as the table words it. */
  grains: string[];
}

export interface EntityProfile {
  rows: number;
  attributes: Record<string, AttributeProfile>;
  /** Share of the records whose source names a related record that was not found, by relation. */
  unresolved: Record<string, number>;
  updatedAt: string | null;
  /** Lines of a table of figures, the most frequent first; absent where records name no figure. */
  lines?: LineProfile[];
}

export interface DataProfile {
  /** Changes whenever the data may have changed. */
  version: string;
  entities: Record<string, EntityProfile>;
}

export const MAX_VALUES_PER_ATTRIBUTE = 20_000;
export const MAX_VALUES_IN_ALL = 200_000;
/** Lines of a table of figures that are read; whoever has more has no metrics but records. */
export const MAX_LINES = 400;
