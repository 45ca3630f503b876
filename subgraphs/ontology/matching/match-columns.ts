import type { DiscoveredColumn } from '../../../schema/events/discovered-schema.ts';
import type { CanonicalAttribute, CanonicalEntity } from '../canonical/ontology-file.ts';
import { assign } from './assignment.ts';
import { calibrated, choiceFacts } from './calibration.ts';
import { type Knowledge, SHIPPED_KNOWLEDGE } from './knowledge.ts';
import { marginals } from './marginals.ts';
import type { NameContext } from './name-parts.ts';
import type { PreparedEntity } from './prepared-entity.ts';
import { type MappingReason, ReasonKind, reasonOf } from './reasons.ts';
import { type PairScore, prepareColumn, scorePair } from './score-column.ts';
import { normalWords, words } from './words.ts';

/** A column takes an attribute only at or above this confidence; below it stays the tenant's own. */
export const MAPPING_THRESHOLD = 0.6;
const MAX_ALTERNATIVES = 3;
const LEAST_ALTERNATIVE = 0.3;
/** Pairs that are too weak to be taken only break ties between those that are not. */
const WEAK = 0.2;
const SHARPNESS = 12;
const LEAST_RIVAL = 0.2;
const PREFIXED_COLUMNS = 3;
const PREFIXED_SHARE = 0.4;

export interface AttributeScore {
  readonly attribute: CanonicalAttribute;
  /** How much speaks for it by itself, 0…1. */
  readonly score: number;
  /** Probability that it is right, beside everything else the column and the attribute could be. */
  readonly confidence: number;
  readonly reasons: readonly MappingReason[];
  /** How many earlier decisions about columns like it it rests on. */
  readonly decisions: number;
}

export interface ColumnMatch {
  readonly column: DiscoveredColumn;
  /** The attribute assigned, or null: it stays the tenant's own. */
  readonly match: AttributeScore | null;
  /** What else it could be, best first. */
  readonly alternatives: readonly AttributeScore[];
}

/** A column and the attribute that is its best in the best whole, however sure that is. */
export interface RankedColumn {
  readonly column: DiscoveredColumn;
  readonly pairs: readonly PairScore[];
  /** Place of the attribute in `pairs`; −1: none is left for it. */
  readonly chosen: number;
  /** Probability of each of `pairs` when each attribute is taken once. */
  readonly probabilities: readonly number[];
}

/** Every word of the ontology, singular: what run-together names are split into. */
export function vocabularyOf(entities: readonly CanonicalEntity[]): ReadonlySet<string> {
  const texts = entities.flatMap((entity) => [
    entity.name,
    ...entity.synonyms,
    ...[...entity.attributes, ...entity.relations].flatMap((target) => [target.name, target.label, ...target.synonyms]),
  ]);
  return new Set(texts.flatMap(normalWords));
}

/**
 * Assigns columns to the entity's attributes, one to one, so that the total is best; strong matches outweigh several weak ones.
 * `tableNouns` are the table's own names, which column names may repeat (`deal_stage` in `deals`).
 */
export function matchColumns(
  prepared: PreparedEntity,
  columns: readonly DiscoveredColumn[],
  tableNouns: readonly (readonly string[])[] = [],
  knowledge: Knowledge = SHIPPED_KNOWLEDGE,
): ColumnMatch[] {
  return rankColumns(prepared, columns, tableNouns, MAPPING_THRESHOLD, knowledge).map((ranked) => {
    const { column, pairs, chosen } = ranked;
    const taken = (pairs[chosen]?.score ?? 0) >= MAPPING_THRESHOLD ? chosen : -1;
    const alternatives = [...pairs.entries()]
      .filter(([place, pair]) => place !== taken && pair.score >= LEAST_ALTERNATIVE)
      .toSorted(([, a], [, b]) => b.score - a.score)
      .slice(0, MAX_ALTERNATIVES);
    return {
      column,
      match: taken < 0 ? null : scoredAt(ranked, taken, knowledge),
      alternatives: alternatives.flatMap(([place]) => scoredAt(ranked, place, knowledge) ?? []),
    };
  });
}

/** What one of a column’s pairs is worth, told with its rivals. */
function scoredAt(ranked: RankedColumn, place: number, { weights }: Knowledge): AttributeScore | null {
  const pair = ranked.pairs[place];
  if (pair === undefined) return null;
  const { attribute, score, reasons, decisions } = pair;
  const sure = calibrated(choiceFacts({ ...ranked, chosen: place }), weights.calibration);
  // What only earlier decisions speak for is no surer than they are many.
  const confidence = Math.min(sure, pair.atMost);
  return { attribute, score, confidence, reasons: [...reasons, ...rivalOf(ranked, place)], decisions };
}

/** The attribute that is nearly as near, where there is one. */
function rivalOf({ pairs, probabilities }: RankedColumn, place: number): MappingReason[] {
  const [rival] = [...probabilities.entries()].filter(([other]) => other !== place).toSorted(([, a], [, b]) => b - a);
  const attribute = pairs[rival?.[0] ?? -1]?.attribute;
  if (rival === undefined || attribute === undefined || rival[1] < LEAST_RIVAL) return [];
  return [reasonOf(ReasonKind.RIVALS, -rival[1], `${attribute.label.toLowerCase()} is near, too`)];
}

/**
 * Ranks the entity's attributes for each column, and chooses so that the whole is best with each attribute taken once.
 * @param none score at which a column is better left alone; null: each is known to have its attribute
 */
export function rankColumns(
  prepared: PreparedEntity,
  columns: readonly DiscoveredColumn[],
  tableNouns: readonly (readonly string[])[],
  none: number | null,
  { past, weights }: Knowledge = SHIPPED_KNOWLEDGE,
): RankedColumn[] {
  if (columns.length === 0 || prepared.targets.length === 0)
    return columns.map((column) => ({ column, pairs: [], chosen: -1, probabilities: [] }));
  const nouns = [...prepared.nouns, ...tableNouns].toSorted((a, b) => b.length - a.length);
  const context = contextOf(prepared, columns, tableNouns);
  const pairs = columns.map((column) => {
    const ready = prepareColumn(column, prepared, nouns, context, past);
    return prepared.targets.map((target) => scorePair(ready, target, prepared.typed, weights));
  });
  const values = prepared.targets.map((_, t) => pairs.map((row) => weightOf(row[t])));
  const chosen = new Map<number, number>();
  for (const [t, c] of assign(values).entries()) if (c >= 0) chosen.set(c, t);
  const probabilities = marginals(
    pairs.map((row) => row.map((pair) => strength(pair))),
    SHARPNESS,
    none,
  );
  return columns.map((column, c) => ({
    column,
    pairs: pairs[c] ?? [],
    chosen: chosen.get(c) ?? -1,
    probabilities: probabilities[c] ?? [],
  }));
}

const strength = ({ score, rank }: PairScore): number => (score + rank) / 2;

function weightOf(pair: PairScore | undefined): number {
  if (pair === undefined) return 0;
  return pair.score >= MAPPING_THRESHOLD ? pair.score ** 3 + WEAK * pair.rank ** 3 : WEAK * pair.rank ** 3;
}

/** What the table and its columns tell of a single name: the table's words, and the word that many of its columns start with. */
function contextOf(
  { entity, known }: PreparedEntity,
  columns: readonly DiscoveredColumn[],
  tableNouns: readonly (readonly string[])[],
): NameContext {
  const nouns = new Set([...words(entity.name), ...normalWords(entity.name), ...tableNouns.flat()]);
  const firsts = columns.map((column) => words(column.name)).flatMap((tokens) => (tokens.length > 1 ? [tokens[0] ?? ''] : []));
  const prefixes = [...Map.groupBy(firsts, (word) => word)]
    .filter(([, all]) => all.length >= PREFIXED_COLUMNS && all.length >= columns.length * PREFIXED_SHARE)
    .map(([word]) => word);
  return { nouns, prefixes: new Set(prefixes), known };
}
