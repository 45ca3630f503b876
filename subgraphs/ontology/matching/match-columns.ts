import type { DiscoveredColumn } from '../../../schema/events/discovered-schema.ts';
import type { CanonicalAttribute, CanonicalEntity } from '../canonical/ontology-file.ts';
import { assign } from './assignment.ts';
import { type Phrase, phrase, phraseOf, phraseSimilarity } from './name-similarity.ts';
import { typeFactor } from './types.ts';
import { filled, isUnique, knownValues, looksLike, quoted, valueEvidence } from './value-evidence.ts';
import { normalWords } from './words.ts';

/** A column takes an attribute only at or above this confidence; below it stays the tenant's own. */
export const MAPPING_THRESHOLD = 0.6;
const NAME_WEIGHT = 0.93;
const SUPPORT_WEIGHT = 0.35;
const MAX_CONFIDENCE = 0.97;
const STRIPPED_PENALTY = 0.03;
const VALUES_ONLY = 0.72;
const DESCRIPTION_ONLY = 0.7;
const MAX_ALTERNATIVES = 3;

interface WeightedPhrase {
  readonly phrase: Phrase;
  readonly text: string;
  readonly penalty: number;
}

/** An entity prepared for matching; made once for each entity. */
export interface PreparedEntity {
  readonly entity: CanonicalEntity;
  /** Names of the entity as normalised words, longest first. */
  readonly nouns: readonly (readonly string[])[];
  readonly targets: readonly { readonly attribute: CanonicalAttribute; readonly phrases: readonly WeightedPhrase[] }[];
  readonly vocabulary: ReadonlySet<string>;
}

export interface AttributeScore {
  readonly attribute: CanonicalAttribute;
  readonly confidence: number;
  readonly evidence: readonly string[];
}

export interface ColumnMatch {
  readonly column: DiscoveredColumn;
  /** The attribute assigned, or null: it stays the tenant's own. */
  readonly match: AttributeScore | null;
  /** What else it could be, best first. */
  readonly alternatives: readonly AttributeScore[];
}

/** Prepares an entity; `vocabulary` splits run-together names. */
export function prepareEntity(entity: CanonicalEntity, vocabulary: ReadonlySet<string>): PreparedEntity {
  const nouns = [entity.name, entity.label, ...entity.synonyms].map(normalWords).toSorted((a, b) => b.length - a.length);
  const targets = entity.attributes.map((attribute) => {
    const texts = [...new Set([attribute.name, attribute.label, ...attribute.synonyms])];
    const phrases = texts.flatMap((text) => {
      const normal = normalWords(text);
      const bare = withoutNoun(normal, nouns);
      const whole: WeightedPhrase = { phrase: phraseOf(normal), text, penalty: 0 };
      return bare === null ? [whole] : [whole, { phrase: phraseOf(bare), text, penalty: STRIPPED_PENALTY }];
    });
    return { attribute, phrases };
  });
  return { entity, nouns, targets, vocabulary };
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
): ColumnMatch[] {
  const nouns = [...prepared.nouns, ...tableNouns].toSorted((a, b) => b.length - a.length);
  const scores = columns.map((column) => {
    const variants = columnVariants(column, nouns, prepared.vocabulary);
    return prepared.targets.map((target) => scoreColumn(column, variants, target.attribute, target.phrases));
  });
  const weights = prepared.targets.map((_, t) => scores.map((row) => weightOf(row[t]?.confidence ?? 0)));
  const chosen = new Map<number, number>();
  if (columns.length > 0 && prepared.targets.length > 0) for (const [t, c] of assign(weights).entries()) if (c >= 0) chosen.set(c, t);
  return columns.map((column, c) => {
    const row = scores[c] ?? [];
    const match = row[chosen.get(c) ?? -1] ?? null;
    const alternatives = row
      .filter((score) => score !== match && score.confidence >= 0.3)
      .toSorted((a, b) => b.confidence - a.confidence)
      .slice(0, MAX_ALTERNATIVES);
    return { column, match, alternatives };
  });
}

function weightOf(confidence: number): number {
  return confidence < MAPPING_THRESHOLD ? 0 : confidence ** 3;
}

function columnVariants(
  column: DiscoveredColumn,
  nouns: readonly (readonly string[])[],
  vocabulary: ReadonlySet<string>,
): WeightedPhrase[] {
  const whole = phrase(column.name, vocabulary);
  const variants: WeightedPhrase[] = [{ phrase: whole, text: column.name, penalty: 0 }];
  if (nouns.some((noun) => noun.join(' ') === whole.joined)) {
    const means = column.type === 'TEXT' && !(looksLike.code(column) && isUnique(column)) ? 'name' : 'id';
    if (column.type === 'TEXT' || column.type === 'INTEGER') variants.push({ phrase: phraseOf([means]), text: column.name, penalty: 0.05 });
  }
  const bare = withoutNoun(whole.tokens, nouns);
  if (bare !== null) variants.push({ phrase: phraseOf(bare), text: column.name, penalty: STRIPPED_PENALTY });
  return variants;
}

function withoutNoun(tokens: readonly string[], nouns: readonly (readonly string[])[]): string[] | null {
  for (const noun of nouns)
    if (noun.length > 0 && tokens.length > noun.length && noun.every((word, i) => tokens[i] === word)) return tokens.slice(noun.length);
  return null;
}

function scoreColumn(
  column: DiscoveredColumn,
  variants: readonly WeightedPhrase[],
  attribute: CanonicalAttribute,
  phrases: readonly WeightedPhrase[],
): AttributeScore {
  const fits = typeFactor(column, attribute);
  if (fits === 0) return { attribute, confidence: 0, evidence: [] };
  const named = bestName(variants, phrases);
  const other = withoutName(column, attribute, phrases);
  const base = Math.max(named.similarity, other.similarity);
  if (base < 0.4) return { attribute, confidence: 0, evidence: [] };
  const values = valueEvidence(column, attribute);
  const plain = base * NAME_WEIGHT * fits * values.factor;
  const confidence = Math.min(MAX_CONFIDENCE, plain + (1 - plain) * SUPPORT_WEIGHT * values.support);
  const evidence = [named.similarity >= other.similarity ? named.reason : other.reason, ...values.reasons];
  if (fits < 1) evidence.push(`type ${column.type.toLowerCase()} is unusual for it`);
  if (filled(column) === 0) evidence.push('all values are blank');
  return { attribute, confidence, evidence };
}

function bestName(variants: readonly WeightedPhrase[], phrases: readonly WeightedPhrase[]): { similarity: number; reason: string } {
  let similarity = 0;
  let reason = '';
  for (const variant of variants)
    for (const target of phrases) {
      const value = phraseSimilarity(variant.phrase, target.phrase) - variant.penalty - target.penalty;
      if (value <= similarity) continue;
      similarity = value;
      reason = value >= 0.9 ? `name “${variant.text}” means “${target.text}”` : `name “${variant.text}” is like “${target.text}”`;
    }
  return { similarity, reason };
}

/** What values and description say when the name does not. */
function withoutName(
  column: DiscoveredColumn,
  attribute: CanonicalAttribute,
  phrases: readonly WeightedPhrase[],
): { similarity: number; reason: string } {
  const hits = attribute.values.length > 0 ? knownValues(column, attribute) : [];
  if (hits.length >= 2 && hits.length >= column.profile.distinct / 2)
    return { similarity: VALUES_ONLY, reason: `values are ${quoted(hits)}` };
  if (column.description !== null) {
    const description = ` ${normalWords(column.description).join(' ')} `;
    const said = phrases.find((target) => target.phrase.tokens.length >= 2 && description.includes(` ${target.phrase.joined} `));
    if (said) return { similarity: DESCRIPTION_ONLY, reason: `its description says “${said.text}”` };
  }
  return { similarity: 0, reason: '' };
}
