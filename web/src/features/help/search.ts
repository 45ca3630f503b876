/** Something that can be found. */
export interface Entry {
  title: string;
  /** The part of it; empty for the whole. */
  heading: string;
  words: string;
  path: string;
  kind: 'Guide' | 'Error' | 'Shortcut' | 'Page';
}

export interface Hit {
  entry: Entry;
  /** Where the words stand, cut out of the text. */
  excerpt: string;
}

const MOST_HITS = 30;
const MOST_WORDS = 8;
const EXCERPT_LENGTH = 190;
/** How many parts of one guide are shown, and how many errors. */
const PARTS_EACH = 3;
const ERRORS_SHOWN = 8;
/** An error is what somebody looks for who types its code; what opens a guide says more than a part of it. */
const ERROR_SHARE = 0.4;
const WHOLE_SHARE = 1.3;
/** What a word is worth, by where it stands. */
const WORTH = { title: 12, heading: 8, words: 1, whole: 2 };

/** The words of a question, as they are looked for. Never more than eight. */
export function wordsIn(query: string): string[] {
  return [...new Set(query.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [])].slice(0, MOST_WORDS);
}

/** The places in `text` at which a word of `words` begins one of the text's own: `[from, to)`, in order, none within another. */
export function marksIn(text: string, words: readonly string[]): readonly (readonly [from: number, to: number])[] {
  if (words.length === 0) return [];
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.toSorted((one, other) => other.length - one.length).join('|')})`, 'giu');
  return [...text.matchAll(pattern)].map((match) => [match.index, match.index + match[0].length] as const);
}

function worthOf(text: string, word: string, worth: number): number {
  const marks = marksIn(text, [word]);
  if (marks.length === 0) return 0;
  const whole = marks.some(([, to]) => !/[\p{L}\p{N}]/u.test(text[to] ?? ' '));
  return worth * (whole ? WORTH.whole : 1) + Math.min(marks.length, 5) / 10;
}

/** Cuts out of `text` what stands around the first mark. */
export function excerptOf(text: string, words: readonly string[]): string {
  const [first = 0] = marksIn(text, words)[0] ?? [];
  const from = first < EXCERPT_LENGTH / 2 ? 0 : text.indexOf(' ', first - EXCERPT_LENGTH / 3) + 1;
  const cut = text.slice(from, from + EXCERPT_LENGTH);
  return `${from > 0 ? '… ' : ''}${cut.trim()}${from + EXCERPT_LENGTH < text.length ? ' …' : ''}`;
}

/** What holds every word of the question, the best first: in a title more than in a heading, there more than in the text. */
export function search(entries: readonly Entry[], query: string): readonly Hit[] {
  const words = wordsIn(query);
  if (words.length === 0) return [];
  const wantsCode = /[A-Z\d]_[A-Z\d]/.test(query);
  const taken = new Map<string, number>();
  const atMost = (most: number, name: string) => {
    const many = (taken.get(name) ?? 0) + 1;
    taken.set(name, many);
    return many <= (name === 'Error' ? ERRORS_SHOWN : most);
  };
  return entries
    .map((entry) => {
      const worths = words.map(
        (word) =>
          worthOf(entry.title, word, WORTH.title) + worthOf(entry.heading, word, WORTH.heading) + worthOf(entry.words, word, WORTH.words),
      );
      const sum = worths.reduce((total, each) => total + each, 0);
      const share = entry.kind === 'Error' && !wantsCode ? ERROR_SHARE : entry.heading === '' ? WHOLE_SHARE : 1;
      return { entry, worth: worths.includes(0) ? 0 : sum * share };
    })
    .filter(({ worth }) => worth > 0)
    .toSorted((one, other) => other.worth - one.worth)
    .filter(({ entry }) => atMost(PARTS_EACH, entry.kind === 'Error' ? 'Error' : entry.title))
    .slice(0, MOST_HITS)
    .map(({ entry }) => ({ entry, excerpt: excerptOf(entry.words, words) }));
}
