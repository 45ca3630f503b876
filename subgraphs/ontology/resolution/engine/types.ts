import type { ColumnType } from '../../../../schema/events/discovered-schema.ts';
import type { Semantic } from '../../../../schema/events/semantic-model.ts';

/** What the values of a field are, which says how two of them are compared. */
export type FieldKind =
  | 'ORGANISATION'
  | 'PERSON'
  | 'NAME'
  | 'TITLE'
  | 'ADDRESS'
  | 'PLACE'
  | 'PHONE'
  | 'EMAIL'
  | 'DOMAIN'
  | 'DATE'
  | 'NUMBER'
  | 'CODE'
  | 'CATEGORY'
  | 'TEXT';

/** A field that is compared, and how. */
export interface ComparedField {
  readonly name: string;
  readonly kind: FieldKind;
}

/** What is known of a field before its values are looked at. */
export interface FieldHint {
  readonly name: string;
  readonly semantic: Semantic;
  readonly type: ColumnType;
}

/** One record of a source, as resolution sees it. */
export interface ResolvableRecord {
  readonly id: string;
  /** Where it comes from: a list that may be clean in itself. */
  readonly source: string;
  readonly values: Readonly<Record<string, string | null>>;
  /** Ids of the golden records it is linked to: collective evidence. */
  readonly related?: readonly string[];
}

/** Records that are read by position, so that a million need not lie in memory at once. */
export interface RecordList {
  readonly length: number;
  at(index: number): ResolvableRecord;
}

/** What is compared of a field: its value, the codes and numbers within a text, or the records both are linked to. */
export type Aspect = 'VALUE' | 'CODES' | 'RELATED';

/** One comparison and what was learned of it. */
export interface ComparisonModel {
  readonly field: string;
  readonly kind: FieldKind;
  readonly aspect: Aspect;
  /** Probability of each degree of likeness (0 … 1 in equal steps) among records that are the same. */
  readonly m: readonly number[];
  /** The same among records that are not. */
  readonly u: readonly number[];
  /** log2(m / u), never falling with likeness. */
  readonly weights: readonly number[];
  /** Mean information of an equal value, in bits; rarer values weigh more than this, commoner ones less. */
  readonly meanBits: number;
}

/** How often terms occur in a field; bounded, the commonest are kept. */
export interface TermFrequencies {
  readonly field: string;
  /** Values that are not missing. */
  readonly values: number;
  /** Records that hold a term, commonest first. */
  readonly terms: readonly (readonly [string, number])[];
}

/** Everything learned without labels; JSON of at most 1 MB. */
export interface ResolutionModel {
  readonly version: 1;
  readonly fields: readonly ComparedField[];
  readonly linkOnly: boolean;
  /** Records it was learned from. */
  readonly records: number;
  /** Every source there was when it was learned; left out by whoever has them in one list. */
  readonly sources?: readonly string[];
  readonly comparisons: readonly ComparisonModel[];
  readonly frequencies: readonly TermFrequencies[];
  /** Probability that a candidate pair is one record, before anything is compared. */
  readonly prior: number;
  readonly thresholds: Thresholds;
}

/** Where the score distribution is cut; weights in bits. */
export interface Thresholds {
  /** From here pairs are merged without asking. */
  readonly match: number;
  /** From here a person is asked. */
  readonly possible: number;
  /** The single cut that promises the best F1. */
  readonly cut: number;
  /** The same as a probability, which for two clean lists counts how pairs exclude each other. */
  readonly cutProbability: number;
}

export type Decision = 'MATCH' | 'POSSIBLE' | 'NON_MATCH';

/** How one field of two records compares. */
export interface Comparison {
  readonly field: string;
  /** SAME … DIFFERENT, or MISSING. */
  readonly level: Level;
  /** Bits of evidence for (above 0) or against (below 0) the two being one. */
  readonly weight: number;
  readonly sentence: string;
}

export type Level = 'SAME' | 'NEAR' | 'CLOSE' | 'LIKE' | 'DIFFERENT' | 'MISSING';

export interface Score {
  /** Sum of all evidence and the prior, in bits. */
  readonly weight: number;
  readonly probability: number;
  /** The strongest evidence against, in bits of at most 0; nothing that names or identifies the two counts as such. */
  readonly against: number;
  readonly comparisons: readonly Comparison[];
}

/** Two records and how much speaks for their being one. */
export interface ScoredPair {
  readonly a: string;
  readonly b: string;
  readonly weight: number;
  readonly probability: number;
  /** The strongest evidence against it, in bits of at most 0; unknown when left out. */
  readonly against?: number;
}

/** What people said, and what is known of the sources. */
export interface ClusterConstraints {
  readonly never: readonly (readonly [string, string])[];
  readonly always: readonly (readonly [string, string])[];
  /** At most one record of a source in a cluster; needs `sourceOf`. */
  readonly oneEach?: boolean;
  /** Weight from which a pair speaks for joining; below, against it. 0 when left out. */
  readonly cut?: number;
  readonly sourceOf?: (id: string) => string;
  /** Weight of a pair that was not among the candidates; without it such a pair speaks a little against. */
  readonly compare?: (a: string, b: string) => number;
}

export interface LearnOptions {
  /** Pairs only across sources. */
  readonly linkOnly: boolean;
  readonly seed: number;
}
