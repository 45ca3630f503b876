import type { Piece } from './pieces.ts';
import { GLUE, NEGATIONS, isNeighbourly, isVague, measuredBy, superlativeOf, type Superlative } from './words.ts';

/** One noun phrase: what it says of itself, and the words that stand before it. */
export interface NounPhrase {
  /** Words since the phrase before it. */
  said: string[];
  /** Words at the end of the sentence, behind its last phrase. */
  after: string[];
  superlative: Superlative | null;
  /** An adjective without degree, as in `major cities`. */
  vague: string | null;
  /** Words that name a dimension without being an attribute's name: `people`, `height`. */
  dimension: string | null;
  nouns: Piece[];
  values: Piece[];
  negated: boolean;
  /** `more than 3`, `at least two`. */
  counted: { operator: '<' | '<=' | '>' | '>=' | '='; value: number } | null;
  from: number;
}

const COMPARISONS: readonly (readonly [RegExp, '<' | '<=' | '>' | '>='])[] = [
  [/(?:more|greater|larger|higher|over|above|longer|bigger) than$|^(?:over|above|exceeding)$/, '>'],
  [/(?:less|fewer|smaller|lower|shorter) than$|^(?:under|below)$/, '<'],
  [/at least$/, '>='],
  [/at most$/, '<='],
];

/** `is the longest`: a superlative without a noun of its own. */
export const isRankAlone = ({ superlative, nouns, values, dimension }: NounPhrase): boolean =>
  superlative?.adjective != null && nouns.length + values.length === 0 && dimension === null;

const empty = (from: number): NounPhrase => ({ said: [], after: [], superlative: null, vague: null, dimension: null, nouns: [], values: [], negated: false, counted: null, from }); // prettier-ignore

const isNoun = (piece: Piece): boolean => piece.entities.length + piece.attributes.length > 0;

/** Relation words between two nouns: `border`, `traverse`: names of links, and of tables that only link, are verbs here. */
function isVerb(pieces: readonly Piece[], at: number, isLink: (entity: string) => boolean): boolean {
  const piece = pieces[at];
  const before = pieces[at - 1];
  if (piece === undefined || before === undefined || piece.values.length > 0) return false;
  if (/(?:ing|ed)$/u.test(piece.text) && !isCalling(piece.text) && isNoun(before)) return true;
  if (piece.entities.some(({ entity, exact }) => exact && !isLink(entity)) || (piece.attributes.length > 0 && piece.relations.length === 0))
    return false;
  if (piece.relations.length === 0 && !piece.entities.some(({ entity }) => isLink(entity))) return false;
  return isNoun(before) || before.values.length > 0 || AFTER.has(before.text);
}

const isCalling = (word: string): boolean => word === 'named' || word === 'called';

const AFTER = new Set(['that', 'which', 'who', 'not', 'and', 'do', 'does', 'it', 'they']);

/** Cuts pieces into noun phrases. @returns phrases, and words nobody understood */
export function nounPhrases(pieces: readonly Piece[], isLink: (entity: string) => boolean): { phrases: NounPhrase[]; unknown: string[] } {
  const phrases: NounPhrase[] = [];
  const unknown: string[] = [];
  let current = empty(0);
  const filled = (): boolean => current.nouns.length + current.values.length > 0 || current.dimension !== null;
  const close = (at: number): void => {
    if (filled() || (current.superlative !== null && current.superlative.adjective !== null)) {
      phrases.push(current);
      current = empty(at);
    }
  };
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at];
    if (piece === undefined) break;
    const word = piece.text;
    const superlative = piece.values.length > 0 || isNoun(piece) ? null : superlativeOf(word);
    const comparison = compared(pieces, at);
    if (comparison !== null) {
      close(at);
      current.counted = comparison;
      at += comparison.length - 1;
    } else if (superlative !== null) {
      close(at);
      const next = pieces[at + 1];
      const degree = next !== undefined && superlative.adjective === null && !isNoun(next) && next.values.length === 0 && /^(?:populous|populated|expensive|dense|popular|recent|experienced|crowded)$/u.test(next.stem); // prettier-ignore
      current.superlative = degree ? { ...superlative, adjective: next.stem } : superlative;
      if (degree) at += 1;
    } else if (NEGATIONS.has(word)) {
      close(at);
      current.negated = true;
    } else if (piece.number !== null && (current.nouns.at(-1)?.attributes.length ?? 0) > 0 && current.values.length === 0) {
      current.values.push({
        ...piece,
        values: (current.nouns.at(-1)?.attributes ?? []).map((each) => ({ ...each, value: String(piece.number) })),
      });
    } else if (isVerb(pieces, at, isLink)) {
      close(at);
      current.said.push(piece.stem, ...piece.relations.map(({ relation }) => relation));
    } else if (piece.values.length > 0 || isNoun(piece)) {
      if (opensNew(current, piece, pieces, at)) close(at);
      if (isNoun(piece) && !(piece.values.length > 0 && current.nouns.length > 0)) current.nouns.push(piece);
      else current.values.push(piece);
      if (isNoun(piece) && piece.values.length > 0) current.values.push(piece);
    } else if (isVague(word) && pieces[at + 1] !== undefined && isNoun(pieces[at + 1] as Piece) && pieces[at - 1]?.text !== 'how') {
      close(at);
      current.vague = word;
    } else if (measuredBy(piece.stem).length > 0 && !GLUE.has(word)) {
      if (filled() && current.dimension === null && !/^(?:populated|rated)$/u.test(word)) close(at);
      current.dimension = piece.stem;
    } else if (isVague(word)) {
      close(at);
      current.vague = word;
    } else {
      if (word === 'one' && current.superlative?.adjective != null) close(at);
      if (filled() && !['the', 'named', 'called', 'of', 'a'].includes(word)) close(at);
      if (piece.number === null) current.said.push(piece.stem);
      const agent = word === 'by' && (pieces[at - 1]?.text ?? '').endsWith('ed');
      // `Mount Whitney`, `Dr Smith`: what stands before a name goes with it.
      const withName = (pieces[at + 1]?.values.length ?? 0) > 0 && word.length > 1;
      const participle = /[a-z]{2}ed$/u.test(word);
      if (!agent && !participle && !withName && !GLUE.has(word) && !isNeighbourly(word) && !isCalling(word)) unknown.push(word);
    }
  }
  close(pieces.length);
  // A negation that nothing follows has not been understood.
  if (current.negated) unknown.push('not');
  const last = phrases.at(-1);
  if (last !== undefined && current.said.length > 0) last.after.push(...current.said);
  return { phrases, unknown };
}

/** Whether a name begins a phrase of its own: not the value that a noun goes with, as in `the state of Texas`, nor the noun of a value. */
function opensNew(current: NounPhrase, piece: Piece, pieces: readonly Piece[], at: number): boolean {
  if (current.nouns.length + current.values.length === 0) return current.dimension !== null;
  const noun = current.nouns.at(-1);
  const before = pieces[at - 1]?.text ?? '';
  const owners = new Set([...(noun?.entities.map(({ entity }) => entity) ?? []), ...(noun?.attributes.map(({ entity }) => entity) ?? [])]);
  if (piece.values.length > 0 && noun !== undefined && current.values.length === 0) {
    const fits = piece.values.some(({ entity, attribute }) =>
      noun.entities.some((each) => each.entity === entity) || noun.attributes.some((each) => each.entity === entity && each.attribute === attribute),
    ); // prettier-ignore
    return !fits || (before === 'of' && noun.entities.length === 0);
  }
  if (isNoun(piece) && current.values.length > 0 && current.nouns.length === 0) {
    const fits = current.values.some(({ values }) => values.some(({ entity }) => piece.entities.some((each) => each.entity === entity)));
    return !fits || ['of', 'the', 'a'].includes(before);
  }
  if (isNoun(piece) && noun !== undefined && current.values.length === 0 && piece.attributes.some(({ entity }) => owners.has(entity)) && ![ 'of', 'the' ].includes(before)) return false; // prettier-ignore
  return true;
}

function compared(pieces: readonly Piece[], at: number): { operator: '<' | '<=' | '>' | '>='; value: number; length: number } | null {
  for (const length of [2, 1]) {
    const said = pieces.slice(at, at + length).map(({ text }) => text).join(' '); // prettier-ignore
    const found = COMPARISONS.find(([pattern]) => pattern.test(said));
    const number = pieces[at + length]?.number;
    if (found !== undefined && number != null) return { operator: found[1], value: number, length: length + 1 };
  }
  return null;
}
