import { calibrated, type CalibrationWeights, type ChoiceFacts, choiceFacts } from '../../../subgraphs/ontology/matching/calibration.ts';
import { rankColumns } from '../../../subgraphs/ontology/matching/match-columns.ts';
import { createMatcherOfNames } from '../../../subgraphs/ontology/matching/named-targets.ts';
import { normalWords } from '../../../subgraphs/ontology/matching/words.ts';
import type { GoldField, GoldTable } from './gold.ts';
import { nameOnly, type SampleTable, tableOf } from './tables.ts';

/** What the matcher made of one field. */
export interface Judged {
  readonly table: GoldTable;
  readonly field: GoldField;
  readonly answer: string | null;
  readonly right: boolean;
  /** The best attribute of the column taken by itself. */
  readonly alone: boolean;
  readonly facts: ChoiceFacts;
  readonly confidence: number;
}

/**
 * Matches the fields of one object with the matcher of the product: names, and types and values where there is a table.
 * @param weights of the calibration; left out: the shipped ones
 */
export function matchGold(table: GoldTable, tables: readonly SampleTable[], weights?: CalibrationWeights): Judged[] {
  const prepared = createMatcherOfNames(table.object, table.candidates);
  const sources = table.fields.map((field) => field.source);
  const sample = tableOf(table.object, sources, tables);
  const columns = sources.map((name, index) => sample?.columns.find((column) => column.name === name) ?? nameOnly(name, index));
  return rankColumns(prepared, columns, [normalWords(table.object)], null).map((ranked, index): Judged => {
    const field = table.fields[index] ?? { source: '', target: '' };
    const answer = ranked.pairs[ranked.chosen]?.attribute.name ?? null;
    const facts = choiceFacts(ranked);
    const first = ranked.pairs.toSorted((a, b) => b.score + b.rank - a.score - a.rank)[0]?.attribute.name;
    return {
      table,
      field,
      answer,
      right: answer === field.target,
      alone: first === field.target,
      facts,
      confidence: calibrated(facts, weights),
    };
  });
}
