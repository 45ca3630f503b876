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
}

export interface EntityProfile {
  rows: number;
  attributes: Record<string, AttributeProfile>;
  /** Share of the records whose source names a related record that was not found, by relation. */
  unresolved: Record<string, number>;
  updatedAt: string | null;
}

export interface DataProfile {
  /** Changes whenever the data may have changed. */
  version: string;
  entities: Record<string, EntityProfile>;
}

export const MAX_VALUES_PER_ATTRIBUTE = 20_000;
export const MAX_VALUES_IN_ALL = 200_000;
