import type { DiscoveredColumn } from '../../../schema/events/discovered-schema.ts';
import type { PairFacts } from './matcher-weights.ts';
import { rankColumns } from './match-columns.ts';
import { createMatcherOfNames } from './named-targets.ts';
import { normalWords } from './words.ts';

/** The facts of a pair of which nothing but names is known. */
export function nameFacts(pair: { object: string; field: string; entity: string; attribute: string }): PairFacts {
  const prepared = createMatcherOfNames(pair.entity, [pair.attribute]);
  const [ranked] = rankColumns(prepared, [named(pair.field)], [normalWords(pair.object)], null);
  return ranked?.pairs[0]?.facts ?? [1, 0, 0, 0];
}

function named(name: string): DiscoveredColumn {
  const profile = { rows: 0, blanks: 0, distinct: 0, min: null, max: null, mean: null, averageLength: 0, topValues: [], examples: [] };
  return {
    name,
    position: 0,
    type: 'TEXT',
    format: null,
    currency: null,
    nullable: true,
    description: null,
    evidence: [],
    profile,
  };
}
