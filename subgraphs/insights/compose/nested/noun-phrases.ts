import type { Piece } from './pieces.ts';
import { momentAt, type Moment } from './moments.ts';
import { textAt, type TextMatch } from './text-matches.ts';
import { isLinkingVerb } from './verbs.ts';
import { GLUE, NEGATIONS, isNeighbourly, isUnit, isVague, measuredBy, superlativeOf, type Superlative } from './words.ts';

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
  /** `above average`: how the phrase's number compares with the average of all. */
  average: '<' | '<=' | '>' | '>=' | null;
  moment: Moment | null;
  text: TextMatch | null;
  /** `Texas or Ohio`: further values of the same attribute. */
  others: Piece[];
}

const COMPARISONS: readonly (readonly [RegExp, '<' | '<=' | '>' | '>='])[] = [
  [/(?:more|greater|larger|higher|over|above|longer|bigger) than$|^(?:over|above|exceeding)$/, '>'],
  [/(?:less|fewer|smaller|lower|shorter) than$|^(?:under|below)$/, '<'],
  [/at least$/, '>='],
  [/at most$/, '<='],
];

/** `is the longest`: a superlative without a noun of its own. */
export const isRankAlone = ({ superlative, nouns, values, dimension, moment }: NounPhrase): boolean =>
  superlative?.adjective != null && nouns.length + values.length === 0 && dimension === null && moment === null;

const before = (pieces: readonly Piece[], at: number): string => pieces[at - 1]?.text ?? '';

/** A phrase that says nothing. */
export const EMPTY_PHRASE: Readonly<NounPhrase> = { said: [], after: [], superlative: null, vague: null, dimension: null, nouns: [], values: [], negated: false, counted: null, average: null, moment: null, text: null, others: [] }; // prettier-ignore

const empty = (): NounPhrase => ({ ...EMPTY_PHRASE, said: [], after: [], nouns: [], values: [], others: [] });

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
  let current = empty();
  const filled = (): boolean => current.nouns.length + current.values.length > 0 || current.dimension !== null || current.moment !== null;
  const close = (): void => {
    if (filled() || (current.superlative !== null && current.superlative.adjective !== null)) {
      phrases.push(current);
      current = empty();
    }
  };
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at];
    if (piece === undefined) break;
    const word = piece.text;
    const superlative = piece.values.length > 0 || isNoun(piece) ? null : superlativeOf(word);
    const comparison = compared(pieces, at);
    // Shares are written as hundredths or as fractions: the plain grammar knows which.
    if (word.endsWith('%') || pieces[at + (comparison?.length ?? 1) - 1]?.text.endsWith('%') === true) unknown.push(word);
    const moment = momentAt(pieces, at);
    const text = textAt(pieces, at);
    const measured = current.nouns.at(-1);
    const yearly = before(pieces, at) === 'year' && (measured?.attributes.length ?? 0) > 0;
    if (moment !== null && !yearly) {
      close();
      current.moment = moment.moment;
      at += moment.length - 1;
    } else if (text !== null && filled()) {
      current.text = text.match;
      at += text.length - 1;
    } else if (comparison !== null) {
      // `a rating above 3` says so of the rating; `more than 3 ratings` counts them.
      const own = measured !== undefined && measured.attributes.length > 0 && measured.entities.length === 0;
      if (!((own && current.values.length === 0) || current.dimension !== null)) close();
      if (comparison.value === null) {
        if (comparison.operator !== '=') current.average = comparison.operator;
        at += repeated(pieces, at + comparison.length, measured);
      } else current.counted = { operator: comparison.operator, value: comparison.value };
      at += comparison.length - 1;
    } else if (
      isUnit(word) &&
      !isNoun(piece) &&
      (pieces[at - 1]?.number != null || ['in', 'square', 'cubic'].includes(pieces[at - 1]?.text ?? ''))
    ) {
      // In which unit a number is told changes nothing.
      continue;
    } else if (superlative !== null) {
      close();
      const next = pieces[at + 1];
      const degree = next !== undefined && superlative.adjective === null && !isNoun(next) && next.values.length === 0 && /^(?:populous|populated|expensive|dense|popular|recent|experienced|crowded)$/u.test(next.stem); // prettier-ignore
      const counted = /^(?:numbers?|counts?|amounts?)$/u.test(next?.text ?? '') && pieces[at + 2]?.text === 'of' && (pieces[at + 3]?.entities.length ?? 0) > 0; // prettier-ignore
      current.superlative = degree ? { ...superlative, adjective: next.stem } : counted ? { ...superlative, adjective: null } : superlative;
      if (degree) at += 1;
    } else if (NEGATIONS.has(word)) {
      close();
      current.negated = true;
    } else if (piece.number !== null && (current.nouns.at(-1)?.attributes.length ?? 0) > 0 && current.values.length === 0) {
      current.values.push({
        ...piece,
        values: (current.nouns.at(-1)?.attributes ?? []).map((each) => ({ ...each, value: String(piece.number) })),
      });
    } else if (isVerb(pieces, at, isLink)) {
      close();
      current.said.push(piece.stem, ...piece.relations.map(({ relation }) => relation));
    } else if (piece.values.length > 0 || isNoun(piece)) {
      if (opensNew(current, piece, pieces, at)) close();
      if (isNoun(piece) && !(piece.values.length > 0 && current.nouns.length > 0)) current.nouns.push(piece);
      else current.values.push(piece);
      if (isNoun(piece) && piece.values.length > 0) current.values.push(piece);
      while (pieces[at + 1]?.text === 'or' && isAlike(piece, pieces[at + 2])) {
        current.others.push(pieces[at + 2] as Piece);
        at += 2;
      }
    } else if (isVague(word) && pieces[at + 1] !== undefined && isNoun(pieces[at + 1] as Piece) && pieces[at - 1]?.text !== 'how') {
      close();
      current.vague = word;
    } else if (measuredBy(piece.stem).length > 0 && !GLUE.has(word)) {
      if (filled() && current.dimension === null && !/^(?:populated|rated)$/u.test(word)) close();
      current.dimension = piece.stem;
    } else if (isVague(word)) {
      close();
      current.vague = word;
    } else {
      if (word === 'one' && current.superlative?.adjective != null) close();
      if (filled() && !['the', 'named', 'called', 'of', 'a'].includes(word)) close();
      if (piece.number === null) current.said.push(piece.stem);
      const agent = word === 'by' && (pieces[at - 1]?.text ?? '').endsWith('ed');
      // `Mount Whitney`, `Dr Smith`: what stands before a name goes with it.
      const withName = (pieces[at + 1]?.values.length ?? 0) > 0 && word.length > 1;
      const participle = /[a-z]{2}ed$/u.test(word);
      const known = GLUE.has(word) || isNeighbourly(word) || isCalling(word) || isLinkingVerb(word) || saysWhen(pieces, at);
      if (!agent && !participle && !withName && !known) unknown.push(word);
    }
  }
  close();
  // A negation that nothing follows has not been understood.
  if (current.negated) unknown.push('not');
  const last = phrases.at(-1);
  if (last !== undefined && current.said.length > 0) last.after.push(...current.said);
  return { phrases: ofBoth(phrases), unknown };
}

/** `above the average score of all films`, said of a score: how many pieces say it again. */
function repeated(pieces: readonly Piece[], at: number, measured: Piece | undefined): number {
  if (measured === undefined || pieces[at]?.stem !== measured.stem) return 0;
  const all = pieces[at + 1]?.text === 'of' ? (pieces[at + 2]?.text === 'all' ? 2 : 1) : 0;
  const things = pieces[at + all + 1];
  return all > 0 && things !== undefined && things.entities.length > 0 && pieces[at + all + 2] === undefined ? all + 2 : 1;
}

/** `the year 2020`, `the month of April`, where no attribute is called so. */
const saysWhen = (pieces: readonly Piece[], at: number): boolean =>
  /^(?:years?|months?|days?|after|before|since|until|between|during|through)$/u.test(pieces[at]?.text ?? '') &&
  [1, 2].some((ahead) => momentAt(pieces, at + ahead) !== null);

/** Whether two pieces can be values of one attribute. */
const isAlike = (piece: Piece, other: Piece | undefined): boolean =>
  piece.values.some(({ entity, attribute }) => other?.values.some((each) => each.entity === entity && each.attribute === attribute) === true); // prettier-ignore

/** `papers in both A and B`: papers in A, and papers in B. */
function ofBoth(phrases: NounPhrase[]): NounPhrase[] {
  const at = phrases.findIndex(({ said }) => said.includes('both'));
  const [before, first, second] = [phrases[at - 1], phrases[at], phrases[at + 1]];
  if (at < 2 || before === undefined || first === undefined || second?.said[0] !== 'and') return phrases;
  const [one] = first.values;
  if (one === undefined || !isAlike(one, second.values[0])) return phrases;
  return [
    ...phrases.slice(0, at + 1),
    { ...before, said: ['and', ...before.said] },
    { ...second, said: first.said.filter((word) => word !== 'both') },
    ...phrases.slice(at + 2),
  ];
}

/** Whether a name begins a phrase of its own: not the value that a noun goes with, as in `the state of Texas`, nor the noun of a value. */
function opensNew(current: NounPhrase, piece: Piece, pieces: readonly Piece[], at: number): boolean {
  if (current.nouns.length + current.values.length === 0) return current.dimension !== null;
  const noun = current.nouns.at(-1);
  const before = pieces[at - 1]?.text ?? '';
  // `the adjacent states of Texas`: Texas is none of them.
  if (piece.values.length > 0 && before === 'of' && current.said.some(isNeighbourly)) return true;
  const owners = new Set([...(noun?.entities.map(({ entity }) => entity) ?? []), ...(noun?.attributes.map(({ entity }) => entity) ?? [])]);
  if (piece.values.length > 0 && noun !== undefined && current.values.length === 0) {
    const fits = piece.values.some(({ entity, attribute }) =>
      noun.entities.some((each) => each.entity === entity) || noun.attributes.some((each) => each.entity === entity && each.attribute === attribute),
    ); // prettier-ignore
    return !fits;
  }
  if (isNoun(piece) && current.values.length > 0 && current.nouns.length === 0) {
    const fits = current.values.some(({ values }) => values.some(({ entity }) => piece.entities.some((each) => each.entity === entity)));
    return !fits || ['of', 'the', 'a'].includes(before);
  }
  if (isNoun(piece) && noun !== undefined && current.values.length === 0 && piece.attributes.some(({ entity }) => owners.has(entity)) && ![ 'of', 'the' ].includes(before)) return false; // prettier-ignore
  return true;
}

function compared(
  pieces: readonly Piece[],
  at: number,
): { operator: '<' | '<=' | '>' | '>=' | '='; value: number | null; length: number } | null {
  for (const length of [2, 1]) {
    const said = pieces.slice(at, at + length).map(({ text }) => text).join(' '); // prettier-ignore
    const found = COMPARISONS.find(([pattern]) => pattern.test(said));
    const next = pieces.slice(at + length, at + length + 2);
    const number = next[0]?.number;
    if (found !== undefined && number != null) return { operator: found[1], value: number, length: length + 1 };
    const exactly = length === 1 && /^(?:have|has|had|with|having|exactly)$/u.test(said) && (next[1]?.entities.length ?? 0) > 0;
    if (exactly && number != null) return { operator: '=', value: number, length: 2 };
    const average = next.findIndex(({ text }, index) => /^(?:average|mean)$/u.test(text) && (index === 0 || next[0]?.text === 'the'));
    if (found !== undefined && average >= 0) return { operator: found[1], value: null, length: length + average + 1 };
  }
  return null;
}
