import type { CanonicalAttribute, CanonicalEntity } from '../canonical/ontology-file.ts';
import { type ValueKind, kindOfName } from './kind-of-name.ts';
import { meaningOf } from './meanings.ts';
import { type NameContext, type NameParts, partsOf, splittingWords } from './name-parts.ts';
import { type Phrase, phraseOf } from './name-similarity.ts';
import { normalWords, words } from './words.ts';

/** A name with the table’s or entity’s own name in front says as much without it, almost. */
export const STRIPPED_PENALTY = 0.03;

export interface WeightedPhrase {
  readonly phrase: Phrase;
  readonly text: string;
  readonly penalty: number;
}

/** One attribute that columns may become, with all its names prepared for comparison. */
export interface Target {
  readonly attribute: CanonicalAttribute;
  readonly phrases: readonly WeightedPhrase[];
  readonly names: readonly { readonly text: string; readonly parts: NameParts }[];
  /** What its names promise, where nothing declares a type; null when that is nothing, or the type is declared. */
  readonly kind: ValueKind | null;
  readonly meaning: Float32Array;
}

/** An entity prepared for matching; made once for each entity. */
export interface PreparedEntity {
  readonly entity: CanonicalEntity;
  /** Names of the entity as normalised words, longest first. */
  readonly nouns: readonly (readonly string[])[];
  /** Those that count only for tables with certain attributes. */
  readonly sharedNouns: readonly (readonly string[])[];
  readonly targets: readonly Target[];
  readonly vocabulary: ReadonlySet<string>;
  /** What names are split by. */
  readonly known: ReadonlySet<string>;
  /** Whether its attributes have types of their own; else only their names tell what they hold. */
  readonly typed: boolean;
}

/**
 * Prepares an entity; `vocabulary` splits run-together names. @param typed false: nothing but names is known of its attributes, their types
 * were not declared by anybody
 */
export function prepareEntity(entity: CanonicalEntity, vocabulary: ReadonlySet<string>, typed = true): PreparedEntity {
  const nouns = [entity.name, entity.label, ...entity.synonyms].map(normalWords).toSorted((a, b) => b.length - a.length);
  const own = new Set([entity.name, entity.label].flatMap((text) => [...words(text), ...normalWords(text)]));
  const known = splittingWords(
    vocabulary,
    entity.attributes.flatMap((attribute) => words(attribute.name)),
  );
  const context: NameContext = { nouns: own, prefixes: new Set(), known };
  const targets = entity.attributes.map((attribute): Target => {
    const texts = [...new Set([attribute.name, attribute.label, ...attribute.synonyms])];
    const phrases = texts.flatMap((text) => {
      const normal = normalWords(text);
      const bare = withoutNoun(normal, nouns);
      const whole: WeightedPhrase = { phrase: phraseOf(normal), text, penalty: 0 };
      return bare === null ? [whole] : [whole, { phrase: phraseOf(bare), text, penalty: STRIPPED_PENALTY }];
    });
    const names = texts.map((text) => ({ text, parts: partsOf(text, context) }));
    return { attribute, phrases, names, kind: typed ? null : kindOfName(attribute.name), meaning: meaningOf(attribute.name) };
  });
  const sharedNouns = (entity.sharedNames?.names ?? []).map(normalWords).toSorted((a, b) => b.length - a.length);
  return { entity, nouns, sharedNouns, targets, vocabulary, known, typed };
}

/** The words after one of the nouns that they start with; null when they start with none. */
export function withoutNoun(tokens: readonly string[], nouns: readonly (readonly string[])[]): string[] | null {
  for (const noun of nouns)
    if (noun.length > 0 && tokens.length > noun.length && noun.every((word, i) => tokens[i] === word)) return tokens.slice(noun.length);
  return null;
}
