import type { Lexicon } from '../../language/lexicon-builder.ts';
import type { Meaning } from '../../language/meaning.ts';
import { numberWord } from '../../language/number-words.ts';
import { correct } from '../../language/spelling.ts';
import { stem } from '../../language/stem.ts';
import { tokenize, valueKey } from '../../language/tokenize.ts';
import { synonymsOf } from '../../language/synonym-groups.ts';
import { isLinkingVerb } from './verbs.ts';
import { keywordOf } from '../../language/keywords.ts';
import { GLUE, NEGATIONS, measuredBy, otherNames, superlativeOf } from './words.ts';

/** A stretch of the sentence, with all that it can name. */
export interface Piece {
  text: string;
  stem: string;
  start: number;
  end: number;
  /** `link`: only those that a table of links leads to. */
  entities: { entity: string; exact: boolean; link?: { entity: string; relation: string } }[];
  attributes: { entity: string; attribute: string; exact: boolean }[];
  relations: { entity: string; relation: string }[];
  values: { entity: string; attribute: string; value: string; exact: boolean }[];
  number: number | null;
  /** What it was misspelt for. */
  corrected: boolean;
  /** What stands between quotes, as it is written; null for everything else. */
  quoted: string | null;
}

const MAX_WORDS = 6;

/** A word that nothing of the tenant's is called by stands for the one that means the same and is. */
function inOwnWords(token: Token, lexicon: Lexicon): Token {
  const known = (word: string): boolean => lexicon.phrases.has(word) || lexicon.vocabulary.get(word.length)?.has(word) === true;
  if (token.kind !== 'word' || isCommon(token.lower) || known(token.stem) || lexicon.values.has(token.lower)) return token;
  const own = synonymsOf(token.stem).find((word) => lexicon.phrases.has(word) && !isCommon(word));
  return own === undefined ? token : { ...token, lower: own, stem: stem(own) };
}

function pieceOf(text: string, start: number, end: number, key: string, meanings: readonly Meaning[]): Piece {
  const piece: Piece = { text: text.toLowerCase(), stem: key, start, end, entities: [], attributes: [], relations: [], values: [], number: null, corrected: false, quoted: null }; // prettier-ignore
  for (const meaning of meanings) {
    if (meaning.kind === 'entity') piece.entities.push({ entity: meaning.entity, exact: meaning.match !== 'partial' });
    else if (meaning.kind === 'attribute')
      piece.attributes.push({ entity: meaning.entity, attribute: meaning.attribute, exact: meaning.match !== 'partial' });
    else if (meaning.kind === 'relation') piece.relations.push({ entity: meaning.entity, relation: meaning.relation });
    else if (meaning.kind === 'value')
      piece.values.push({ entity: meaning.entity, attribute: meaning.attribute, value: meaning.value, exact: meaning.match !== 'partial' });
  }
  return piece;
}

/** Everyday words are values only where they are written as one. */
const isCommon = (word: string): boolean =>
  GLUE.has(word) || NEGATIONS.has(word) || word.length <= 2 || superlativeOf(word) !== null || keywordOf(word) !== null;

function meaningsOf(lexicon: Lexicon, lower: string, stems: string, single: boolean): Meaning[] {
  const plain = single && isCommon(lower);
  const values = plain ? [] : (lexicon.values.get(lower) ?? []);
  const phrases =
    single && (GLUE.has(lower) || NEGATIONS.has(lower) || superlativeOf(lower) !== null) ? [] : (lexicon.phrases.get(stems) ?? []);
  const known = [...phrases, ...values];
  const others = otherNames(lower).flatMap((name) => lexicon.values.get(name) ?? []);
  if (known.length === 0) return others;
  return [...known, ...others.filter((other) => !known.some((each) => each.kind === 'value' && other.kind === 'value' && each.entity === other.entity && each.attribute === other.attribute)).map((each) => ({ ...each, match: 'partial' }) as Meaning)]; // prettier-ignore
}

/** Cuts a question into pieces, the longest names first; words that name nothing stand alone. */
export function piecesOf(question: string, lexicon: Lexicon): Piece[] {
  const tokens = tokenize(question).map((token) => inOwnWords(token, lexicon));
  const pieces: Piece[] = [];
  for (let at = 0; at < tokens.length;) {
    const first = tokens[at];
    if (first === undefined) break;
    if (first.kind === 'quoted') {
      const inner = valueKey(first.inner);
      const known = lexicon.values.get(inner) ?? otherNames(inner).flatMap((name) => lexicon.values.get(name) ?? []);
      const part = known.length > 0 || inner.includes(' ') ? [] : (lexicon.valueWords.get(inner) ?? []);
      pieces.push({ ...pieceOf(first.inner, first.start, first.end, inner, [...known, ...part.map((each) => ({ ...each, match: 'partial' as const }) as Meaning)]), quoted: first.inner }); // prettier-ignore
      at += 1;
      continue;
    }
    let taken = 0;
    for (let length = Math.min(MAX_WORDS, tokens.length - at); length >= 1 && taken === 0; length -= 1) {
      const words = tokens.slice(at, at + length);
      if (words.some(({ kind }) => kind === 'quoted')) continue;
      const stems = words.map((word) => word.stem).join(' ');
      if (length > 1 && isNameAndNoun(lexicon, words)) continue;
      const joined = length === 2 ? (lexicon.phrases.get(stem(words.map(({ lower }) => lower).join(''))) ?? []) : [];
      const spaced = meaningsOf(lexicon, words.map(({ lower }) => lower).join(' '), stems, length === 1);
      // `check-ins` where the table is called checkin.
      const found = spaced.length > 0 ? spaced : joined;
      if (found.length === 0) continue;
      const last = words.at(-1) ?? first;
      pieces.push(pieceOf(question.slice(first.start, last.end), first.start, last.end, stems, found));
      taken = length;
    }
    if (taken === 0) {
      pieces.push(alone(first, lexicon));
      taken = 1;
    }
    at += taken;
  }
  return pieces.map((piece, at) => (isNamed(piece) ? piece : asAdjective(piece, pieces[at + 1], lexicon)));
}

const isNamed = ({ entities, attributes, relations, values }: Piece): boolean =>
  entities.length + attributes.length + relations.length + values.length > 0;

/** `lost shipments`: an everyday word before the things of which it is a value. */
function asAdjective(piece: Piece, next: Piece | undefined, lexicon: Lexicon): Piece {
  const values = (lexicon.values.get(piece.text) ?? []).flatMap((meaning) =>
    meaning.kind === 'value' && meaning.match !== 'partial' && next?.entities.some(({ entity }) => entity === meaning.entity) === true
      ? [{ entity: meaning.entity, attribute: meaning.attribute, value: meaning.value, exact: true }]
      : [],
  );
  return values.length === 0 ? piece : { ...piece, values };
}

/** `ohio river`: the river called Ohio, although some other text may be written so. */
function isNameAndNoun(lexicon: Lexicon, words: readonly Token[]): boolean {
  const name = words.slice(0, -1).map(({ lower }) => lower);
  const nouns = lexicon.phrases.get(words.at(-1)?.stem ?? '') ?? [];
  const named = lexicon.values.get(name.join(' ')) ?? [];
  return nouns.some((noun) => noun.kind === 'entity' && named.some((value) => value.kind === 'value' && value.entity === noun.entity));
}

type Token = ReturnType<typeof tokenize>[number];

/** A word that no name is: a number, a slip, part of one value's name, or nothing known. */
function alone(token: Token, lexicon: Lexicon): Piece {
  const piece = pieceOf(token.text, token.start, token.end, token.stem, []);
  piece.number = token.kind === 'number' ? token.value : numberWord(token.lower);
  if (token.kind !== 'word' || piece.number !== null || isCommon(token.lower)) return piece;
  // `Mondays`: each of them.
  const one = token.lower.endsWith('s') ? (lexicon.values.get(token.lower.slice(0, -1)) ?? []) : [];
  if (one.length > 0) return pieceOf(token.text, token.start, token.end, token.stem, one);
  if (measuredBy(token.stem).length > 0 || isLinkingVerb(token.lower)) return piece;
  const fixed = correct(token.lower, lexicon);
  const meanings = fixed === null ? [] : meaningsOf(lexicon, fixed, stem(fixed), true);
  if (fixed !== null && meanings.length > 0) return { ...pieceOf(token.text, token.start, token.end, fixed, meanings), corrected: true };
  const part = lexicon.valueWords.get(token.lower);
  return part?.length === 1 && token.lower.length >= 4
    ? pieceOf(
        token.text,
        token.start,
        token.end,
        token.stem,
        part.map((each) => ({ ...each, match: 'partial' }) as Meaning),
      )
    : piece;
}
