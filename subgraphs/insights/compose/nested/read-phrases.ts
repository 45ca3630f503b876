import type { Lexicon } from '../../language/lexicon-builder.ts';
import type { Context } from '../context.ts';
import { withAgents, withDoers } from './agents.ts';
import { attach } from './attach.ts';
import { withFlags } from './flags.ts';
import { isLinkTable } from './links.ts';
import { isRankAlone, nounPhrases, type NounPhrase } from './noun-phrases.ts';
import { piecesOf, type Piece } from './pieces.ts';
import { meaningsOf, settle, type Meant } from './read-nested.ts';
import { isNeighbourly } from './words.ts';

/** Phrases beyond this many are not read: nobody means such a sentence. */
const MAX_PHRASES = 6;
/** Readings of a part of the sentence that are followed. */
const BEAM = 6;
/** What a second condition on the same thing costs, where nothing says that it is one. */
const SIBLING = 0.3;
/** Reads the phrases of a stretch of the sentence as conditions on the first of them, in every way in which they can belong together. */
class Reader {
  readonly #context: Context;
  readonly #phrases: readonly NounPhrase[];
  readonly #spans = new Map<string, Meant[]>();

  constructor(context: Context, phrases: readonly NounPhrase[]) {
    this.#context = context;
    this.#phrases = phrases;
  }

  /** Readings of phrases `from` to `to`, both included. */
  span(from: number, to: number): Meant[] {
    const key = `${from} ${to}`;
    const known = this.#spans.get(key);
    if (known !== undefined) return known;
    const phrase = this.#phrases[from];
    const heads = phrase === undefined ? [] : this.#children(meaningsOf(this.#context, phrase), from, from + 1, to);
    const settled = heads.flatMap((each) => (phrase === undefined ? [] : (settle(this.#context, phrase, each) ?? [])));
    const found = best(settled);
    this.#spans.set(key, found);
    return found;
  }

  #children(heads: Meant[], head: number, start: number, to: number): Meant[] {
    if (start > to || heads.length === 0) return heads;
    const found: Meant[] = [];
    const phrase = this.#phrases[start];
    if (phrase === undefined) return heads;
    for (let end = start; end <= to; end += 1) {
      const cost = this.#cost(head, start);
      const near = (this.#phrases[head]?.said ?? []).filter(isNeighbourly);
      const said =
        this.#phrases[end] === this.#phrases.at(-1)
          ? [...phrase.said, ...near, ...(this.#phrases.at(-1)?.after ?? [])]
          : [...phrase.said, ...near];
      const attached = heads.flatMap((each) =>
        this.#childrenOf(start, end).flatMap((child) => attach(this.#context, each, child, phrase, said)),
      );
      found.push(...this.#children(best(attached.map((each) => ({ ...each, score: each.score - cost }))), head, end + 1, to));
    }
    return best(found);
  }

  /** What it costs to take a phrase as a condition on this head: the nearest is the likeliest, unless the verb is that of the first. */
  #cost(head: number, at: number): number {
    const says = (index: number, words: readonly string[]): boolean =>
      this.#phrases[index]?.said.some((word) => words.includes(word)) === true;
    const relative = says(at, ['that', 'which', 'who', 'whose', 'where', 'with']);
    const main = !relative && says(at, ['have', 'ha', 'is', 'are']) && this.#phrases[at]?.superlative != null;
    if (main && head > 0) return SIBLING;
    if (main) return 0;
    const ranked = this.#phrases[head]?.superlative != null && (this.#phrases[head]?.nouns[0]?.entities.length ?? 1) === 0;
    if (relative && ranked && head > 0) return SIBLING;
    const joined = ['and', 'but'].includes(this.#phrases[at]?.said[0] ?? '') && (this.#phrases[at]?.said.length ?? 0) > 1;
    if (joined) return head === 0 ? 0 : SIBLING;
    // A time, and what an attribute is, is said of what the sentence is about, unless it stands right behind something else.
    const own = this.#phrases[at];
    if (
      own !== undefined &&
      (own.moment !== null ||
        (own.values.length > 0 && own.nouns.some(({ attributes, entities }) => attributes.length > 0 && entities.length === 0)))
    )
      return head === 0 ? 0 : at === head + 1 ? 0.1 : SIBLING;
    if (at === head + 1) return 0;
    return says(at, ['and', 'but']) ? SIBLING / 3 : relative && this.#phrases[at - 1]?.superlative != null ? SIBLING / 3 : SIBLING;
  }

  /** A phrase of `the most rivers` is counted, and so has no superlative of its own. */
  #childrenOf(start: number, end: number): Meant[] {
    const phrase = this.#phrases[start];
    const degree = phrase?.superlative != null && phrase.superlative.adjective === null;
    if (phrase !== undefined && isRankAlone(phrase))
      return start === end ? [{ entity: '', attribute: null, filters: [], counted: null, score: 1 }] : [];
    if (phrase === undefined || !degree) return this.span(start, end);
    return best(this.#children(meaningsOf(this.#context, phrase), start, start + 1, end));
  }
}

const best = (found: Meant[]): Meant[] => found.toSorted((a, b) => b.score - a.score).slice(0, BEAM);

/** `Sacramento is the capital of which state`: what is asked for comes first. */
function askedFirst(phrases: NounPhrase[]): NounPhrase[] {
  const asks = ({ said, nouns, values }: NounPhrase): boolean =>
    nouns.length > 0 && values.length === 0 && said.some((word) => word === 'which' || word === 'what');
  const at = phrases.findIndex(asks);
  const [asked] = at > 0 && phrases[0] !== undefined && !asks(phrases[0]) ? phrases.slice(at, at + 1) : [];
  return asked === undefined || at !== phrases.length - 1 ? phrases : [asked, ...phrases.slice(0, at)];
}

/** A stretch of the sentence as records with their conditions, in every way in which it can be read. */
export interface Phrases {
  text: string;
  phrases: NounPhrase[];
  readings: Meant[];
  unknown: string[];
  corrected: number;
  score: number;
  margin: number;
}

/** Reads a stretch of the sentence; null where it names nothing, or more than anybody means. */
export function readPhrases(context: Context, lexicon: Lexicon, text: string): Phrases | null {
  const pieces: Piece[] = withAgents(context, withFlags(context, piecesOf(text, lexicon)));
  const { phrases: found, unknown } = nounPhrases(pieces, (entity) => isLinkTable(context, entity));
  const phrases = withDoers(context, askedFirst(found));
  if (phrases === null || phrases.length === 0 || phrases.length > MAX_PHRASES) return null;
  const readings = new Reader(context, phrases).span(0, phrases.length - 1);
  const [first, second] = readings.map(({ score }) => score / phrases.length);
  if (first === undefined) return null;
  const corrected = pieces.filter((piece) => piece.corrected).length;
  return { text, phrases, readings, unknown, corrected, score: first, margin: second === undefined ? 1 : first - second };
}
