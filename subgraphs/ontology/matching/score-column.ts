import type { DiscoveredColumn } from '../../../schema/events/discovered-schema.ts';
import type { CanonicalAttribute } from '../canonical/ontology-file.ts';
import { kindFactor, kindOfColumn } from './kind-of-name.ts';
import { nameAffinity } from './name-affinity.ts';
import { type MatcherWeights, type PairFacts, shiftOf } from './matcher-weights.ts';
import { meaningOf, nearness } from './meanings.ts';
import { type PastMappings, type PastVerdict, leant, pastVerdicts } from './past-mapping.ts';
import { type NameContext, type NameParts, partsOf } from './name-parts.ts';
import { phrase, phraseOf, phraseSimilarity } from './name-similarity.ts';
import { type MappingReason, ReasonKind, reasonOf } from './reasons.ts';
import { type PreparedEntity, STRIPPED_PENALTY, type Target, type WeightedPhrase, withoutNoun } from './prepared-entity.ts';
import { typeFactor } from './types.ts';
import { filled, isUnique, knownValues, looksLike, quoted, valueEvidence } from './value-evidence.ts';
import { normalWords } from './words.ts';

const NAME_WEIGHT = 0.93;
const SUPPORT_WEIGHT = 0.35;
const MAX_CONFIDENCE = 0.97;
const VALUES_ONLY = 0.72;
const DESCRIPTION_ONLY = 0.7;
const LEAST_BASE = 0.4;
/** Names that are only related never make a match alone: their values have to speak for it. */
const RELATED_AT_MOST = 0.62;
const LEAST_RELATED = 0.5;
/** Where nothing is said for a pair its kind of values still may: what is left for a column is still ranked. */
const LEAST_RANK = 0.05;
const RELATED_WEIGHT = 0.75;
const NAMED_RANK = 0.95;
const SUPPORT_RANK = 0.175;
/** How sure a leaning of earlier decisions makes by itself, before it is weighed. */
const PAST_ALONE = 0.5;
const MEANING_RANK = 0.4;
const LEAST_MEANING = 0.75;
const NO_VERDICTS: ReadonlyMap<string, PastVerdict> = new Map();
const NO_VALUES = { support: 0, factor: 1, reasons: [] };

/** How far a column is an attribute. */
export interface PairScore {
  readonly attribute: CanonicalAttribute;
  /** How much speaks for the pair by itself, 0…1: what decides whether an attribute is taken. */
  readonly score: number;
  /** How near the two are, however little that is, 0…1: what ranks attributes for a column. */
  readonly rank: number;
  readonly reasons: readonly MappingReason[];
  /** What the likeness consists of. */
  readonly facts: PairFacts;
  /** How many earlier decisions it rests on. */
  readonly decisions: number;
  /** No surer than this, whatever else there is to choose from. */
  readonly atMost: number;
}

/** A column prepared for comparison. */
export interface PreparedColumn {
  readonly column: DiscoveredColumn;
  readonly variants: readonly WeightedPhrase[];
  readonly parts: NameParts;
  readonly meaning: Float32Array;
  /** What earlier decisions say, by attribute. */
  readonly past: ReadonlyMap<string, PastVerdict>;
}

/** Prepares a column of a table whose names are `nouns`. */
export function prepareColumn(
  column: DiscoveredColumn,
  prepared: PreparedEntity,
  nouns: readonly (readonly string[])[],
  context: NameContext,
  past: PastMappings,
): PreparedColumn {
  const whole = phrase(column.name, prepared.vocabulary);
  const variants: WeightedPhrase[] = [{ phrase: whole, text: column.name, penalty: 0 }];
  if (nouns.some((noun) => noun.join(' ') === whole.joined)) {
    const means = column.type === 'TEXT' && !(looksLike.code(column) && isUnique(column)) ? 'name' : 'id';
    if (column.type === 'TEXT' || column.type === 'INTEGER') variants.push({ phrase: phraseOf([means]), text: column.name, penalty: 0.05 });
  }
  const bare = withoutNoun(whole.tokens, nouns);
  if (bare !== null) variants.push({ phrase: phraseOf(bare), text: column.name, penalty: STRIPPED_PENALTY });
  const verdicts = past.mappings.length === 0 ? NO_VERDICTS : pastVerdicts(column, prepared.entity.name, nouns, past);
  return { column, variants, parts: partsOf(column.name, context), meaning: meaningOf(bare?.join(' ') ?? column.name), past: verdicts };
}

/** Scores a column against an attribute by names, meaning, type, values, description and what was decided before. */
export function scorePair(ready: PreparedColumn, target: Target, typed: boolean, weights: MatcherWeights): PairScore {
  const verdict = ready.past.get(target.attribute.name);
  const pair = scoreAfresh(ready, target, typed, weights);
  if (verdict === undefined || (pair.rank === 0 && typed)) return pair;
  const { decisions } = verdict;
  const reasons = [verdict.reason, ...pair.reasons];
  const atMost = verdict.lean > 0 ? Math.max(pair.score, PAST_ALONE + (1 - PAST_ALONE) * verdict.lean) : 1;
  return { ...pair, score: leant(pair.score, verdict), rank: leant(pair.rank, verdict), reasons, decisions, atMost };
}

/** The score of a pair as if nothing had been decided before. */
function scoreAfresh(ready: PreparedColumn, target: Target, typed: boolean, weights: MatcherWeights): PairScore {
  const { column, variants, parts } = ready;
  const { attribute } = target;
  const fits = typed ? typeFactor(column, attribute) : kindFactor(kindOfColumn(column), target.kind);
  if (fits === 0) return { attribute, score: 0, rank: 0, reasons: [], facts: [1, 0, 0, 0], decisions: 0, atMost: 1 };
  const named = bestName(variants, target.phrases);
  const related = bestRelated(column.name, parts, target);
  const meaning = nearness(ready.meaning, target.meaning);
  const facts: PairFacts = [1, named.similarity, related.similarity, meaning];
  const shift = shiftOf(facts, weights);
  const base = { attribute, facts, decisions: 0, atMost: 1 };
  const other = withoutName(column, attribute, target.phrases);
  const best = [named, other, { ...related, similarity: Math.min(RELATED_AT_MOST, related.similarity * RELATED_WEIGHT) }].reduce((a, b) =>
    b.similarity > a.similarity ? b : a,
  );
  const similarity = Math.max(0, Math.min(1, best.similarity + shift));
  const values = typed ? valueEvidence(column, attribute) : NO_VALUES;
  const nearest = Math.max(related.similarity, named.similarity * NAMED_RANK, other.similarity, meaning * MEANING_RANK) + shift;
  const plainRank = Math.max(0, Math.min(1, nearest)) * fits * values.factor;
  const rank = Math.max(LEAST_RANK * fits, plainRank + (1 - plainRank) * SUPPORT_RANK * values.support);
  const reasons = [reasonFor(best)];
  if (meaning >= LEAST_MEANING) reasons.push(reasonOf(ReasonKind.MEANING, meaning, `its name is near “${attribute.label}” in meaning`));
  if (similarity < LEAST_BASE) return { ...base, score: 0, rank, reasons: rank >= LEAST_RELATED ? reasons : [] };
  const plain = similarity * NAME_WEIGHT * fits * values.factor;
  const score = Math.min(MAX_CONFIDENCE, plain + (1 - plain) * SUPPORT_WEIGHT * values.support);
  const speaks = values.support > 0 ? SUPPORT_WEIGHT * values.support : values.factor - 1;
  reasons.push(...values.reasons.map((text) => reasonOf(ReasonKind.VALUES, speaks, text)));
  if (fits < 1) reasons.push(reasonOf(ReasonKind.TYPE, fits - 1, `type ${column.type.toLowerCase()} is unusual for it`));
  if (filled(column) === 0) reasons.push(reasonOf(ReasonKind.VALUES, 0, 'all values are blank'));
  return { ...base, score, rank, reasons };
}

const reasonFor = ({ kind, similarity, reason }: Reason): MappingReason => reasonOf(kind, similarity, reason);

interface Reason {
  readonly kind: ReasonKind;
  readonly similarity: number;
  readonly reason: string;
}

function bestName(variants: readonly WeightedPhrase[], phrases: readonly WeightedPhrase[]): Reason {
  let similarity = 0;
  let reason = '';
  for (const variant of variants)
    for (const target of phrases) {
      const value = phraseSimilarity(variant.phrase, target.phrase) - variant.penalty - target.penalty;
      if (value <= similarity) continue;
      similarity = value;
      reason = value >= 0.9 ? `name “${variant.text}” means “${target.text}”` : `name “${variant.text}” is like “${target.text}”`;
    }
  return { kind: ReasonKind.NAME, similarity, reason };
}

function bestRelated(name: string, parts: NameParts, { names }: Target): Reason {
  let similarity = 0;
  let text = '';
  for (const candidate of names) {
    const value = nameAffinity(parts, candidate.parts);
    if (value > similarity) [similarity, text] = [value, candidate.text];
  }
  return { kind: ReasonKind.MEANING, similarity, reason: `the words of “${name}” are related to “${text}”` };
}

/** What values and description say when the name does not. */
function withoutName(column: DiscoveredColumn, attribute: CanonicalAttribute, phrases: readonly WeightedPhrase[]): Reason {
  const hits = attribute.values.length > 0 ? knownValues(column, attribute) : [];
  if (hits.length >= 2 && hits.length >= column.profile.distinct / 2)
    return { kind: ReasonKind.VALUES, similarity: VALUES_ONLY, reason: `values are ${quoted(hits)}` };
  if (column.description !== null) {
    const description = ` ${normalWords(column.description).join(' ')} `;
    const said = phrases.find((target) => target.phrase.tokens.length >= 2 && description.includes(` ${target.phrase.joined} `));
    if (said) return { kind: ReasonKind.DESCRIPTION, similarity: DESCRIPTION_ONLY, reason: `its description says “${said.text}”` };
  }
  return { kind: ReasonKind.DESCRIPTION, similarity: 0, reason: '' };
}
