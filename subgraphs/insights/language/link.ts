import { keywordOf, MAX_KEYWORD_WORDS } from './keywords.ts';
import type { Lexicon } from './lexicon-builder.ts';
import { MAX_PHRASE_WORDS } from './lexicon-builder.ts';
import type { Item, Meaning } from './meaning.ts';
import { numberWord, scaleWord } from './number-words.ts';
import { correct } from './spelling.ts';
import { spelledOut } from './abbreviations.ts';
import { stem } from './stem.ts';
import { shiftPhrase } from './relative-time.ts';
import { timePhraseAt } from './time-phrases.ts';
import { tokenize } from './tokenize.ts';
import type { RawToken } from './tokenize.ts';

/** Days from which relative times are counted, YYYY-MM-DD. */
interface Days {
  today: string;
  past: string;
}

interface Span {
  length: number;
  meanings: Meaning[];
  score: number;
}

const KIND_SCORE: Record<string, number> = { metric: 1.25, entity: 1.15, relation: 1.1, attribute: 1.1, value: 1.05 };
const MATCH_SCORE = { label: 0.1, synonym: 0, partial: -0.45 };

function scoreOf(meaning: Meaning, length: number): number {
  if (!('match' in meaning)) return length;
  return ((KIND_SCORE[meaning.kind] ?? 1) + MATCH_SCORE[meaning.match] * 0.5) * length + (length - 1) * 0.5;
}

/** `in 2024` is a time, although an invoice may be called in_2024: such a value is meant only where it is written so. */
const PLACED_NUMBER = /^(?:in|of|for|from|to|by|on|at|since|until|before|after|during|top|last|first|past|over|under|than) \d+$/;

/** A value that is also an everyday word (`in` for Indiana, `No`) counts only as it is written in the data. */
function plausibleValue(meaning: Meaning, text: string, phrase: string): boolean {
  if (meaning.kind !== 'value') return true;
  // `delivered` and `shipped` are statuses where the data says so.
  const keyword = keywordOf(phrase);
  const common = (keyword !== null && keyword.word !== 'sold') || phrase.length <= 2;
  return !common || (meaning.value === text && /\p{Lu}/u.test(text));
}

/** `monthly revenue` where revenue is a metric: the metric by month, not a column that is called so beside its own name. */
function periodsOfMetric(words: RawToken[], phrases: Meaning[], lexicon: Lexicon): boolean {
  if (words.length < 2 || !/^(?:daily|weekly|monthly|quarterly|yearly)$/.test(words[0]?.lower ?? '')) return false;
  const rest = words.slice(1).map((word) => word.stem);
  const metric = lexicon.phrases.get(rest.join(' '))?.some((meaning) => meaning.kind === 'metric') === true;
  return metric && phrases.every((meaning) => meaning.kind === 'attribute' && meaning.match !== 'label');
}

function contentSpans(tokens: RawToken[], at: number, lexicon: Lexicon, text: string): Span[] {
  const spans: Span[] = [];
  for (let length = 1; length <= MAX_PHRASE_WORDS && at + length <= tokens.length; length += 1) {
    const words = tokens.slice(at, at + length);
    if (words.some((word) => word.kind === 'quoted')) break;
    const written = text.slice(words[0]?.start, words.at(-1)?.end);
    const lower = words.map((word) => word.lower.replaceAll(/[\s,$€£]/g, '')).join(' ');
    const stems = words.map((word) => word.stem).join(' ');
    const numeric = words.every((word) => word.kind === 'number');
    const several = /^[a-z]+\d+s$/.test(lower) ? lower.slice(0, -1) : stems;
    const values = [...(lexicon.values.get(lower) ?? []), ...(several === lower ? [] : (lexicon.values.get(several) ?? []))].filter(
      (meaning) =>
        plausibleValue(meaning, written, lower) &&
        !(numeric && length === 1) &&
        !(PLACED_NUMBER.test(lower) && meaning.kind === 'value' && meaning.value !== written),
    );
    // `encounter class` where the column is called ENCOUNTERCLASS.
    const joined = length > 1 && length <= 3 && !numeric ? lexicon.phrases.get(stems.replaceAll(' ', '')) : undefined;
    const phrases = lexicon.phrases.get(stems) ?? joined ?? [];
    const meanings = [...(periodsOfMetric(words, phrases, lexicon) ? [] : phrases), ...values];
    if (meanings.length > 0) spans.push({ length, meanings, score: Math.max(...meanings.map((meaning) => scoreOf(meaning, length))) });
  }
  const word = tokens[at];
  const verbs = word?.kind === 'word' && spans.length === 0 && keywordOf(word.lower) === null ? lexicon.verbs.get(word.lower) : undefined;
  if (verbs !== undefined)
    spans.push({
      length: 1,
      meanings: verbs.map((meaning): Meaning => (meaning.kind === 'value' ? { ...meaning, match: 'synonym' } : meaning)),
      score: 0.8,
    });
  if (spans.length === 0 && word?.kind === 'word') {
    const only = lexicon.valueWords.get(word.lower);
    if (only?.length === 1 && only[0] !== undefined && keywordOf(word.lower) === null)
      spans.push({ length: 1, meanings: [{ ...only[0], match: 'partial' } as Meaning], score: 0.6 });
  }
  return spans;
}

function keywordSpans(tokens: RawToken[], at: number): Span[] {
  const spans: Span[] = [];
  for (let length = 1; length <= MAX_KEYWORD_WORDS && at + length <= tokens.length; length += 1) {
    const keyword = keywordOf(
      tokens
        .slice(at, at + length)
        .map((token) => token.lower)
        .join(' '),
    );
    if (keyword !== null)
      spans.push({
        length,
        meanings: [{ kind: 'keyword', keyword }],
        score: (keyword.word === 'filler' || keyword.word === 'link' ? 0.7 : 0.95) * length + (length - 1) * 0.2,
      });
  }
  return spans;
}

function numberSpan(tokens: RawToken[], at: number): Span | null {
  const token = tokens[at];
  const value = token?.kind === 'number' ? token.value : token?.kind === 'word' ? numberWord(token.lower) : null;
  if (token === undefined || value === null) return null;
  const scale = scaleWord(tokens[at + 1]?.lower ?? '');
  const percent = (token.kind === 'number' && token.percent) || ['percent', 'pct'].includes(tokens[at + 1]?.lower ?? '');
  const length = scale !== null || (percent && !(token.kind === 'number' && token.percent)) ? 2 : 1;
  const plain = token.kind === 'number' && token.plain && length === 1;
  return { length, meanings: [{ kind: 'number', value: value * (scale ?? 1), percent, plain }], score: 0.9 * length };
}

function timeSpan(tokens: RawToken[], at: number, { today, past }: Days): Span[] {
  const spans: Span[] = [];
  const before = tokens[at - 1]?.lower ?? '';
  const twoBefore = `${tokens[at - 2]?.lower ?? ''} ${before}`;
  const shift =
    ['vs', 'versus', 'against', 'than'].includes(before) ||
    /(?:compared|compare|comparison|relative) (?:to|with)|(?:over|from|on|than|vs|to|with|against|versus|compared|in|and) the$/.test(
      twoBefore,
    )
      ? shiftPhrase(tokens, at)
      : null;
  if (shift !== null) spans.push({ length: shift.length, meanings: [{ kind: 'time', phrase: shift }], score: 1.4 * shift.length });
  const phrase = timePhraseAt(tokens, at, today, past);
  if (phrase !== null)
    spans.push({
      length: phrase.length,
      meanings: [{ kind: 'time', phrase }],
      score: (phrase.kind === 'grain' ? 1 : 1.15) * phrase.length + (phrase.length - 1) * 0.3,
    });
  return spans;
}

function spansAt(tokens: RawToken[], at: number, lexicon: Lexicon, days: Days, text: string): Span[] {
  const token = tokens[at];
  if (token === undefined) return [];
  const spans = [...contentSpans(tokens, at, lexicon, text), ...keywordSpans(tokens, at), ...timeSpan(tokens, at, days)];
  const number = numberSpan(tokens, at);
  if (number !== null) spans.push(number);
  if (token.kind === 'quoted') {
    const values = lexicon.values.get(token.inner.toLowerCase()) ?? [];
    spans.push({ length: 1, meanings: [...values, { kind: 'quoted', text: token.inner }], score: 1.2 });
  }
  return spans;
}

/** Spans of one length merge their meanings: `May` is a month and may be somebody's name. */
function mergeByLength(spans: Span[]): Span[] {
  const merged = new Map<number, Span>();
  for (const span of spans) {
    const known = merged.get(span.length);
    if (known === undefined) merged.set(span.length, { ...span });
    else
      merged.set(span.length, {
        length: span.length,
        score: Math.max(known.score, span.score),
        meanings: span.score > known.score ? [...span.meanings, ...known.meanings] : [...known.meanings, ...span.meanings],
      });
  }
  return [...merged.values()];
}

function spellOut(
  written: RawToken[],
  lexicon: Lexicon,
  days: Days,
  text: string,
): { tokens: RawToken[]; corrected: Map<number, string>; short: Set<number> } {
  const corrected = new Map<number, string>();
  const { tokens, short } = writeOut(written, lexicon, days, text);
  const fixed = tokens.map((token, at) => {
    if (short.has(at)) return token;
    if (token.kind !== 'word' || token.lower.length < 5 || keywordOf(token.lower) !== null || numberWord(token.lower) !== null)
      return token;
    if (spansAt(tokens, at, lexicon, days, text).length > 0 || lexicon.values.has(token.lower) || lexicon.valueWords.has(token.lower))
      return token;
    const right = correct(token.lower, lexicon);
    if (right === null) return token;
    corrected.set(at, right);
    return { ...token, lower: right, stem: right };
  });
  return { tokens: fixed, corrected, short };
}

/** What is written short as the words it stands for; several words then share one place in the text. */
function writeOut(tokens: RawToken[], lexicon: Lexicon, days: Days, text: string): { tokens: RawToken[]; short: Set<number> } {
  const short = new Set<number>();
  const written = tokens.reduce<RawToken[]>((done, token, at) => {
    const unknown =
      token.kind === 'word' &&
      /^[a-z]{2,7}$/.test(token.lower) &&
      keywordOf(token.lower) === null &&
      numberWord(token.lower) === null &&
      !lexicon.valueWords.has(token.lower) &&
      spansAt(tokens, at, lexicon, days, text).length === 0;
    const words = unknown ? spelledOut(token.lower, lexicon) : null;
    if (words === null) return [...done, token];
    for (const word of words) {
      short.add(done.length);
      done.push({ ...token, lower: word, stem: stem(word) });
    }
    return done;
  }, []);
  return { tokens: written, short };
}

/**
 * Splits a question into the most meaningful stretches (dynamic programming over all phrases found) and keeps every meaning of each.
 * `today` is YYYY-MM-DD. Never throws.
 */
export function link(text: string, lexicon: Lexicon, today: string, past: string = today): Item[] {
  const days: Days = { today, past };
  const { tokens, corrected, short } = spellOut(tokenize(text), lexicon, days, text);
  const best: { score: number; length: number; meanings: Meaning[] }[] = [];
  for (let at = tokens.length - 1; at >= 0; at -= 1) {
    let chosen = { score: -1.5 + (best[at + 1]?.score ?? 0), length: 1, meanings: [] as Meaning[] };
    for (const span of mergeByLength(spansAt(tokens, at, lexicon, days, text))) {
      const typos = Array.from({ length: span.length }, (_, offset) => corrected.has(at + offset)).filter(Boolean).length;
      const score = span.score - typos * 0.4 + (best[at + span.length]?.score ?? 0);
      if (score > chosen.score) chosen = { score, length: span.length, meanings: span.meanings };
    }
    best[at] = chosen;
  }
  const items: Item[] = [];
  for (let at = 0; at < tokens.length;) {
    const choice = best[at];
    const length = choice?.length ?? 1;
    const first = tokens[at];
    const last = tokens[at + length - 1];
    if (first === undefined || last === undefined) break;
    const fixes = Array.from({ length }, (_, offset) => corrected.get(at + offset)).filter((fix) => fix !== undefined);
    items.push({
      from: at,
      to: at + length,
      start: first.start,
      end: last.end,
      text: text.slice(first.start, last.end),
      meanings: choice?.meanings ?? [],
      corrected: fixes.length === 0 ? null : fixes.join(' '),
      short: Array.from({ length }, (_, offset) => short.has(at + offset)).some(Boolean),
    });
    at += length;
  }
  return items;
}
