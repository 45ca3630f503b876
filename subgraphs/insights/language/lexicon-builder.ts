import type { Meaning } from './meaning.ts';
import { phraseKey, valueKey } from './tokenize.ts';

/** Longest phrase that is looked up, in words. */
export const MAX_PHRASE_WORDS = 8;
/** Words that name half of every table: alone they point to nothing. */
export const GENERIC = new Set([
  'name',
  'id',
  'code',
  'number',
  'type',
  'date',
  'value',
  'total',
  'count',
  'time',
  'day',
  'key',
  'of',
  'the',
  'is',
  'in',
  'at',
  'on',
  'by',
  'and',
  'per',
  'no',
  'a',
  'to',
  'for',
  'flag',
  'year',
  'month',
  'avg',
  'average',
  'num',
  'sum',
  'max',
  'min',
  'rate',
  'first',
  'last',
  'new',
  'full',
  'has',
  'or',
  'from',
  'with',
  'not',
]);

/** Everything that can be named in a question, by the stems of its words; values of the data by their words. */
export interface Lexicon {
  phrases: Map<string, Meaning[]>;
  /** Every word of a phrase: whole words, which stand short for no other. */
  phraseWords: Set<string>;
  values: Map<string, Meaning[]>;
  /** A word of exactly one value (`Acme` of `Acme Corporation`): the meaning it would have. */
  valueWords: Map<string, Meaning[]>;
  /** Verbs of values that are past participles (`win` of `Won`, `cancel` of `Cancelled`). */
  verbs: Map<string, Meaning[]>;
  /** Known words by length, for spelling. */
  vocabulary: Map<number, Set<string>>;
  /** Words that only values of the data use: harder to take a misspelt word for. */
  valueVocabulary: Set<string>;
}

function verbsOf(key: string): string[] {
  if (key === 'won') return ['win', 'wins', 'winning'];
  if (key === 'lost') return ['lose', 'loses', 'losing'];
  if (!/^[a-z]{4,}ed$/.test(key)) return [];
  const bare = key.slice(0, -2);
  return [bare, `${bare}s`, `${bare}e`, `${bare}es`, ...(bare.at(-1) === bare.at(-2) ? [bare.slice(0, -1)] : [])];
}

function sameThing(a: Meaning, b: Meaning): boolean {
  const strip = (meaning: Meaning) => JSON.stringify({ ...meaning, match: null });
  return strip(a) === strip(b);
}

export class LexiconBuilder {
  readonly lexicon: Lexicon = {
    phrases: new Map(),
    phraseWords: new Set(),
    values: new Map(),
    verbs: new Map(),
    valueWords: new Map(),
    vocabulary: new Map(),
    valueVocabulary: new Set(),
  };

  phrase(text: string, meaning: Meaning): void {
    const key = phraseKey(text);
    if (key === '' || key.split(' ').length > MAX_PHRASE_WORDS) return;
    const known = this.lexicon.phrases.get(key) ?? [];
    if (known.some((each) => sameThing(each, meaning))) return;
    this.lexicon.phrases.set(key, [...known, meaning]);
    for (const word of key.split(' ')) {
      this.lexicon.phraseWords.add(word);
      this.word(word, 5);
    }
  }

  word(word: string, shortest: number): void {
    if (word.length < shortest) return;
    const bucket = this.lexicon.vocabulary.get(word.length) ?? new Set();
    this.lexicon.vocabulary.set(word.length, bucket.add(word));
  }

  value(text: string, meaning: Meaning): void {
    const key = valueKey(text);
    const words = key.split(' ');
    if (key === '' || words.length > MAX_PHRASE_WORDS) return;
    const put = (into: Map<string, Meaning[]>, at: string, most: number): void => {
      const known = into.get(at);
      if (known === undefined) into.set(at, [meaning]);
      else if (known.length < most) known.push(meaning);
    };
    put(this.lexicon.values, key, 12);
    for (const form of verbsOf(key)) if (!this.lexicon.phrases.has(form)) put(this.lexicon.verbs, form, 12);
    if (words.length > 1) {
      put(this.lexicon.values, words.join(''), 12);
      for (const word of new Set(words)) if (word.length >= 3) put(this.lexicon.valueWords, word, 2);
    } else if (/[a-z]\d|\d[a-z]/.test(key) && key.length > 5) return;
    for (const word of words) {
      if (this.lexicon.vocabulary.get(word.length)?.has(word) !== true && word.length >= 6) this.lexicon.valueVocabulary.add(word);
      this.word(word, 6);
    }
  }
}
