import { KNOWN_WORDS } from './thesaurus.ts';
import { expand, segment, singular, words } from './words.ts';

/** How much the words of a name say, by what they are: those that only wrap it say little. */
const NOTHING = new Set('of the in for a an and or is has was are be been can does did do with by to as its s c'.split(' '));
const SYSTEM = new Set('property field attribute custom remote external src raw hs sf system internal default main primary'.split(' '));
const ROLES = new Set(
  'billing bill mailing mail shipping ship work business home office company current total full official estimated expected forecast planned actual overall monetary source lifetime first last local number'.split(
    ' ',
  ),
);
const TIME_MARKS = new Set('at on date time timestamp datetime utc day ts when'.split(' '));
const ID_MARKS = new Set('id key uuid guid code'.split(' '));
const SPLIT_WORDS = new Set(
  'id at on or of by no number date name email address phone code zip line area level flag count is has stage state size url type time user owner label list page rate hours days minutes seconds percent'.split(
    ' ',
  ),
);

/** One word of a name and how much of its meaning it carries, 0…1. */
export interface Part {
  readonly word: string;
  readonly weight: number;
}

/** What a name looks like beside others. */
export interface NameParts {
  readonly parts: readonly Part[];
  /** The words that carry meaning, in order, with single spaces. */
  readonly core: string;
  readonly total: number;
}

/** The surroundings of a name: what its table is called, which words its neighbours start with as well, and words known in its place. */
export interface NameContext {
  readonly nouns: ReadonlySet<string>;
  readonly prefixes: ReadonlySet<string>;
  /** Words that run-together names are split by; made by {@link splittingWords}. */
  readonly known: ReadonlySet<string>;
}

/** The words that names are split by: those of the places they are read in, and those that names are made of everywhere. */
export function splittingWords(...vocabularies: readonly Iterable<string>[]): ReadonlySet<string> {
  return new Set([...KNOWN_WORDS, ...SPLIT_WORDS, ...vocabularies.flatMap((words) => [...words])]);
}

const WEIGHTS = { noun: 0.15, system: 0.12, prefix: 0.1, role: 0.45, time: 0.25, id: 0.45, one: 0.15, digit: 0.8, line: 0.3 } as const;
const LEAST_MEANING = 0.5;

/** The words of a name with the weight each has where it stands. */
export function partsOf(name: string, context: NameContext): NameParts {
  const tokens = expandPlain(words(name).flatMap((word) => splitWord(word, context.known)));
  const weights = tokens.map((word, index) => weightOf(word, index, tokens, context));
  const meaning = weights.reduce((sum, weight) => sum + weight, 0);
  // A name of nothing but wrapping says all it can by it: `created`, `id`, `address` in a table of addresses.
  const parts = tokens.map((word, index): Part => ({ word, weight: meaning >= LEAST_MEANING ? (weights[index] ?? 0) : bare(word) }));
  const kept = parts.filter((part) => part.weight > 0);
  return { parts: kept, core: kept.filter((part) => part.weight >= 0.4).map((part) => part.word).join(' '), total: kept.reduce((sum, part) => sum + part.weight, 0) }; // prettier-ignore
}

/** Abbreviations written out and words in the singular, without uniting what the comparison of words unites. */
function expandPlain(tokens: readonly string[]): string[] {
  return tokens.flatMap((token) => (token === 'address' || token === 'street' ? [token] : expand([token]))).map(singular);
}

function splitWord(word: string, known: ReadonlySet<string>): string[] {
  return known.has(word) || known.has(singular(word)) ? [word] : segment(word, known);
}

const bare = (word: string): number => (NOTHING.has(word) ? 0 : 1);

function weightOf(word: string, index: number, tokens: readonly string[], { nouns, prefixes }: NameContext): number {
  if (NOTHING.has(word)) return 0;
  if (tokens.length === 1) return 1;
  if (prefixes.has(word) && index === 0) return WEIGHTS.prefix;
  if (nouns.has(word)) return WEIGHTS.noun;
  if (SYSTEM.has(word)) return WEIGHTS.system;
  if (TIME_MARKS.has(word)) return WEIGHTS.time;
  if (/^0*1$/.test(word)) return WEIGHTS.one;
  if (/^\d+$/.test(word)) return WEIGHTS.digit;
  if (word === 'line' && /^\d+$/.test(tokens[index + 1] ?? '')) return WEIGHTS.line;
  if (ID_MARKS.has(word) && index === tokens.length - 1 && saysMore(tokens.slice(0, index), nouns)) return WEIGHTS.id;
  return ROLES.has(word) && index < tokens.length - 1 ? WEIGHTS.role : 1;
}

const saysMore = (tokens: readonly string[], nouns: ReadonlySet<string>): boolean =>
  tokens.some((token) => !NOTHING.has(token) && !SYSTEM.has(token) && !nouns.has(token));
