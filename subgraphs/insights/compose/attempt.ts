import type { ReadingFacts } from './reading-facts.ts';
import type { NestedFacts } from './nested/nested-facts.ts';
import type { Comparison, Dimension, FieldRef, Filter, Measure, MeasureExpression, Period, QueryPlan, Source } from '../plan/query-plan.ts';
import type { MetricSource } from '../metrics/bound-metric.ts';
import type { Wishes } from './wishes.ts';
import type { Node } from './node.ts';

export type TokenKindName = 'METRIC' | 'ENTITY' | 'DIMENSION' | 'VALUE' | 'TIME' | 'COMPARE' | 'RANK' | 'AGGREGATE' | 'FILLER' | 'UNKNOWN';

/** Why the reading may be less (or more) sure than the words alone; effects are signed shares of confidence. */
export interface Note {
  text: string;
  effect: number;
}

/** A measure before its plan exists: what it computes and the records it needs. */
export interface MeasureChoice {
  id: string;
  label: string;
  unit: Measure['unit'];
  currency: string | null;
  metric: string | null;
  sources: MetricSource[];
  expression: MeasureExpression;
  /** An attribute of one record that may order a list, when the measure is no more than that. */
  rowField: FieldRef | null;
  /** Whether the words asked for an aggregate (`average`, `total`), not only for the attribute. */
  explicit: boolean;
}

/** Thrown inside one attempt to read the question; the next attempt may still succeed. */
export class Unreadable extends Error {
  readonly reason: 'NOT_UNDERSTOOD' | 'NOT_AVAILABLE' | 'AMBIGUOUS' | 'NO_DATA';
  readonly words: string[];
  readonly suggestions: string[];
  constructor(reason: Unreadable['reason'], message: string, words: string[] = [], suggestions: string[] = []) {
    super(message);
    this.reason = reason;
    this.words = words;
    this.suggestions = suggestions;
  }
}

/** One way to read the question, being built: what each word was taken for, doubts, and the parts of the plan. */
export class Attempt {
  readonly used = new Map<number, { kind: TokenKindName; meaning: string | null }>();
  readonly notes: Note[] = [];
  score = 0;
  measures: MeasureChoice[] = [];
  dimensions: { dimension: Dimension; keys: (entity: string) => FieldRef }[] = [];
  filters: ((entity: string) => Filter | null)[] = [];
  period: Period | null = null;
  compare: Period | null = null;
  /** Numbers that a yes-or-no question holds a measure against. */
  limits: { measure: number; operator: Comparison; value: number }[] = [];

  use(node: Node, kind: TokenKindName, meaning: string | null): void {
    if (!this.used.has(node.index)) this.used.set(node.index, { kind, meaning });
  }

  note(text: string, effect: number): void {
    if (!this.notes.some((note) => note.text === text)) this.notes.push({ text, effect });
    this.score += effect;
  }
}

/** A finished reading. */
export interface Interpretation {
  plan: QueryPlan;
  attempt: Attempt;
  score: number;
  /** What is wanted beside the number; absent where the words want no more. */
  wishes?: Wishes | undefined;
  /** How much likelier it is than the next reading with another plan; absent: there was none. */
  margin?: number | undefined;
  /** How surely it was read; absent for plans that nobody read from words. */
  facts?: ReadingFacts | undefined;
  /** How it was read, where it was read as nested phrases. */
  nested?: NestedFacts | undefined;
}

export const sameSource = (a: Source | MetricSource, b: Source | MetricSource): boolean =>
  a.entity === b.entity && placeOf(a) === placeOf(b);

/** All that tells one set of records from another of the same entity. */
const placeOf = (source: Source | MetricSource): string =>
  JSON.stringify([source.filters, source.timeField, source.span, source.shift, 'defaults' in source ? source.defaults : undefined]);
