import type { Frequencies } from '../compare/comparer.ts';
import { holdsCodes, isWorded, type PreparedRecord } from '../prepare.ts';
import type { Aspect, ComparedField, TermFrequencies } from '../types.ts';

// Of the model's 1 MB; the rarer terms are taken for unique.
const MAX_TERMS = 30_000;

/** Counts in how many records each term of each field stands. */
export function countTerms(records: Iterable<PreparedRecord>, fields: readonly ComparedField[]): TermFrequencies[] {
  const counts = new Map<string, { values: number; terms: Map<string, number> }>();
  const count = (key: string, terms: Iterable<string>): void => {
    const entry = counts.get(key) ?? { values: 0, terms: new Map<string, number>() };
    counts.set(key, entry);
    entry.values += 1;
    for (const term of new Set(terms)) entry.terms.set(term, (entry.terms.get(term) ?? 0) + 1);
  };
  for (const record of records) {
    for (const [index, { name, kind }] of fields.entries()) {
      const value = record.values[index];
      if (value === null || value === undefined) continue;
      count(keyOf(name, 'VALUE'), isWorded(kind) ? value.tokens : [value.squashed]);
      if (holdsCodes(kind) && value.codes.length > 0) count(keyOf(name, 'CODES'), value.codes);
    }
  }
  const share = Math.floor(MAX_TERMS / Math.max(1, counts.size));
  return [...counts].map(([field, { values, terms }]) => ({
    field,
    values,
    terms: [...terms]
      .filter(([, times]) => times > 1)
      .toSorted(([left, a], [right, b]) => b - a || (left < right ? -1 : 1))
      .slice(0, share),
  }));
}

/** Reads counted terms as information: bits = log2(values / records that hold the term). */
export function frequenciesOf(counted: readonly TermFrequencies[]): Frequencies {
  const byKey = new Map(
    counted.map(({ field, values, terms }): [string, (term: string) => number] => {
      const bits = new Map(terms.map(([term, times]) => [term, Math.log2((values + 1) / times)]));
      const unique = Math.log2(values + 1);
      return [field, (term) => bits.get(term) ?? unique];
    }),
  );
  return { bits: (field, aspect) => byKey.get(keyOf(field, aspect)) ?? (() => 1) };
}

function keyOf(field: string, aspect: Aspect): string {
  return aspect === 'CODES' ? `${field}#codes` : field;
}
