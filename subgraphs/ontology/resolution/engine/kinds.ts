import { isRecordKeeping } from './record-keeping.ts';
import { NICKNAMES } from './text/words.ts';
import type { ComparedField, FieldHint, FieldKind, ResolvableRecord } from './types.ts';

const MAX_SAMPLE = 5_000;
const MOSTLY = 0.8;
const UNIQUE = 0.98;
// Of given names, so many are among the common ones.
const GIVEN = 0.08;
const GIVEN_NAMES = new Set([...NICKNAMES].flat());
const PATTERNS: readonly (readonly [FieldKind, RegExp])[] = [
  ['EMAIL', /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/iu],
  ['DOMAIN', /^(?:https?:\/\/)?(?:[\w-]+\.)+[a-z]{2,}(?:[/?#]\S*)?$/iu],
  [
    'DATE',
    /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[T ].*)?|\d{1,2}[-/. ](?:\d{1,2}|[a-z]{3,9})[-/., ]+\d{2,4}|[a-z]{3,9}\.? \d{1,2}\s?,? \d{4}|(?:1[6-9]|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))$/iu,
  ],
  ['PHONE', /^(?=(?:\D*\d){7,15}\D*$)(?=.*\d[-/). ]+\d)[+(]?[\d()./\s-]+(?:x\s?\d+)?$/iu],
  ['NUMBER', /^(?:\d{1,3}:\d{2}(?::\d{2})?|[^\p{L}\d]{0,3}-?\d[\d,]*(?:\.\d+)?\s*(?:%|[^\p{L}\d\s]{0,2}|\p{L}{1,5}\.?))$/u],
];
const NAMES: readonly (readonly [FieldKind, RegExp])[] = [
  ['PHONE', /phone|telephone|\btel\b|mobile|\bfax\b/u],
  ['EMAIL', /e?mail/u],
  ['DOMAIN', /website|\burl\b|domain|homepage/u],
  ['ADDRESS', /address|\baddr\b|street|\broad\b/u],
  ['PLACE', /city|town|suburb|state|country|county|region|neighbou?rhood|\bplace\b|locality/u],
  [
    'CODE',
    /\bzip\b|post\s?code|postal|ssn|soc\s?sec|\bsku\b|\bean\b|\bupc\b|\bisbn\b|model\s?(?:no|number|num)|serial|\bvat\b|tax\s?id|\bcode\b|\bid\b/u,
  ],
  [
    'PERSON',
    /first\s?name|last\s?name|given\s?name|family\s?name|surname|forename|full\s?name|person|author|artist|director|contact|employee/u,
  ],
  ['ORGANISATION', /company|organi[sz]ation|manufacturer|brand|account|vendor|supplier|employer|publisher|institution|agency/u],
  ['TEXT', /description|comment|notes?\b|abstract|summary/u],
  ['TITLE', /title|product|\bitem\b|subject/u],
  ['NAME', /name/u],
];
const BY_SEMANTIC: Partial<Record<FieldHint['semantic'], FieldKind>> = {
  EMAIL: 'EMAIL',
  PHONE: 'PHONE',
  URL: 'DOMAIN',
  PERSON: 'PERSON',
  PLACE: 'PLACE',
  DATE: 'DATE',
};

/** Which fields of records are compared, and as what: told from the values, then from what is known of the field. */
export function kindsOf(records: Iterable<ResolvableRecord>, hints: readonly FieldHint[]): ComparedField[] {
  const samples = new Map<string, string[]>(hints.map(({ name }) => [name, []]));
  const sources = new Map<string, Map<string, Set<string>>>(hints.map(({ name }) => [name, new Map()]));
  let seen = 0;
  for (const record of records) {
    if (seen++ >= MAX_SAMPLE) break;
    for (const [name, values] of samples) {
      const value = record.values[name]?.trim();
      if (value === undefined || value === '') continue;
      values.push(value);
      const own = sources.get(name)?.get(value) ?? new Set();
      sources.get(name)?.set(value, own.add(record.source));
    }
  }
  const kinds = hints.map((hint) => kindOf(hint, samples.get(hint.name) ?? []));
  return hints.flatMap((hint, at): ComparedField[] => {
    const values = samples.get(hint.name) ?? [];
    const kind = kinds[at] ?? null;
    if (kind === null || (kind === 'CODE' && keysOfTheirOwn(sources.get(hint.name) ?? new Map(), values.length))) return [];
    // Beside a field of given names stands the one of family names.
    const beside = [at - 1, at + 1].some((other) => givenNames(samples.get(hints[other]?.name ?? '') ?? []));
    return [{ name: hint.name, kind: kind === 'NAME' && (givenNames(values) || (beside && oneWord(values))) ? 'PERSON' : kind }];
  });
}

function oneWord(values: readonly string[]): boolean {
  return values.length > 0 && values.filter((value) => !/\s/u.test(value)).length >= values.length * MOSTLY;
}

function givenNames(values: readonly string[]): boolean {
  return oneWord(values) && values.filter((value) => GIVEN_NAMES.has(value.toLowerCase())).length >= values.length * GIVEN;
}

function kindOf(hint: FieldHint, values: readonly string[]): FieldKind | null {
  const distinct = new Set(values).size;
  if (distinct < 2) return null;
  const words = hint.name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
  if (isRecordKeeping(words, values)) return null;
  const semantic = BY_SEMANTIC[hint.semantic];
  if (semantic !== undefined) return semantic;
  const named = NAMES.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
  const looked =
    PATTERNS.find(([, pattern]) => values.filter((value) => pattern.test(value)).length >= values.length * MOSTLY)?.[0] ?? null;
  if (looked === 'EMAIL' || looked === 'DOMAIN' || looked === 'DATE' || looked === 'PHONE') return looked;
  if (looked === 'NUMBER') return named === 'PHONE' || named === 'CODE' ? named : codeLike(values) ? 'CODE' : 'NUMBER';
  if (named !== null && named !== 'NAME') return named;
  if (distinct <= Math.max(20, values.length * 0.05)) return 'CATEGORY';
  const meanWords = values.reduce((sum, value) => sum + value.split(/\s+/u).length, 0) / values.length;
  if (meanWords > 12) return 'TEXT';
  if (named === 'NAME') return 'NAME';
  if (values.filter((value) => /\d/u.test(value) && !/\s/u.test(value)).length >= values.length * MOSTLY) return 'CODE';
  return meanWords > 4 ? 'TITLE' : 'NAME';
}

// Keys that each source gives by itself: never twice in one, never the same in two. They say nothing of what a record is.
function keysOfTheirOwn(sources: ReadonlyMap<string, ReadonlySet<string>>, values: number): boolean {
  const all = new Set([...sources.values()].flatMap((own) => [...own]));
  return all.size > 1 && sources.size >= values * UNIQUE && [...sources.values()].every((own) => own.size === 1);
}

// Whole numbers of one length that hardly repeat, or have leading zeros: names of things, not amounts.
function codeLike(values: readonly string[]): boolean {
  if (!values.every((value) => /^\d+$/u.test(value))) return false;
  if (values.some((value) => /^0\d/u.test(value))) return true;
  const lengths = new Map<number, number>();
  for (const { length } of values) lengths.set(length, (lengths.get(length) ?? 0) + 1);
  const commonest = Math.max(...lengths.values());
  return commonest >= values.length * MOSTLY && (values[0]?.length ?? 0) >= 4;
}
