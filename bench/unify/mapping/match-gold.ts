import { createMatcherOfNames } from '../../../subgraphs/ontology/matching/named-targets.ts';
import { rankColumns } from '../../../subgraphs/ontology/matching/match-columns.ts';
import { normalWords } from '../../../subgraphs/ontology/matching/words.ts';
import type { GoldField, GoldTable } from './gold.ts';
import { nameOnly, type SampleTable, tableOf } from './tables.ts';

/** What the matcher made of one field. */
export interface Judged {
  readonly table: GoldTable;
  readonly field: GoldField;
  readonly answer: string | null;
  readonly right: boolean;
  readonly score: number;
  readonly rank: number;
  readonly probability: number;
  readonly second: number;
}

/** Matches the fields of one object with the matcher of the product: names, and types and values where there is a table. */
export function matchGold(table: GoldTable, tables: readonly SampleTable[]): Judged[] {
  const prepared = createMatcherOfNames(table.object, table.candidates);
  const sources = table.fields.map((field) => field.source);
  const sample = tableOf(table.object, sources, tables);
  const columns = sources.map((name, index) => sample?.columns.find((column) => column.name === name) ?? nameOnly(name, index));
  return rankColumns(prepared, columns, [normalWords(table.object)], null).map(({ pairs, chosen, probabilities }, index): Judged => {
    const field = table.fields[index] ?? { source: '', target: '' };
    const best = pairs[chosen];
    const answer = best?.attribute.name ?? null;
    const probability = probabilities[chosen] ?? 0;
    const second = Math.max(0, ...probabilities.filter((_, at) => at !== chosen));
    return { table, field, answer, right: answer === field.target, score: best?.score ?? 0, rank: best?.rank ?? 0, probability, second };
  });
}
