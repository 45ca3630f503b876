import type { PostureFragment } from '../../gql/graphql.ts';
import { componentWords, COUNTS } from './words.ts';

export interface Difference {
  key: string;
  label: string;
  /** Null where the day had nothing to look at. */
  before: number | null;
  after: number | null;
}

export interface DayComparison {
  rows: Difference[];
  /** Components that only one of the days could look at: the scores are then not of the same things. */
  apart: string[];
}

/** What differs between two days: the score, then its components, then the counts; those that are equal too. Pure. */
export function compareDays(before: PostureFragment, after: PostureFragment): DayComparison {
  const [earlier, later] = [valuesOf(before), valuesOf(after)];
  const components = [...new Set([...later.keys(), ...earlier.keys()])].map((code): Difference => ({
    key: code,
    label: componentWords(code).word,
    before: earlier.get(code) ?? null,
    after: later.get(code) ?? null,
  }));
  return {
    rows: [
      { key: 'score', label: 'Posture', before: before.score, after: after.score },
      ...components,
      ...COUNTS.map(({ name, label }) => ({ key: name, label, before: before[name], after: after[name] })),
    ],
    apart: components.flatMap((each) => (each.before === null || each.after === null ? [each.label] : [])),
  };
}

function valuesOf({ components }: PostureFragment): Map<string, number> {
  return new Map(components.map(({ code, value }) => [code, value]));
}

/** A change with its sign: "+4.5", "−2"; "0" for none. Pure. */
export function signed(change: number): string {
  const size = Number(Math.abs(change).toFixed(1));
  return size === 0 ? '0' : `${change > 0 ? '+' : '−'}${size}`;
}
