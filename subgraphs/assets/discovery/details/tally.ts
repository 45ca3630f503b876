import { dataClassOf, DATA_CLASSES } from '../known/data-classes.ts';
import { scopeRisk } from '../known/scope-risk.ts';
import { Bounded } from './bounded.ts';
import { hashRank } from './hash.ts';

/** How often something was said, between when, and a record that says so: the first by id. */
export interface Tally {
  count: number;
  /** Milliseconds since 1970; null where no record says when. */
  first: number | null;
  last: number | null;
  record: string | null;
}

export const newTally = (): Tally => ({ count: 0, first: null, last: null, record: null });

/** Takes one more record in; the order of records changes nothing. */
export function count(tally: Tally | null, at: number | null, record: string | null): void {
  if (tally !== null) addTally(tally, { count: 1, first: at, last: at, record });
}

export function addTally(tally: Tally, { count: more, first, last, record }: Tally): void {
  tally.count += more;
  if (first !== null && (tally.first === null || first < tally.first)) tally.first = first;
  if (last !== null && (tally.last === null || last > tally.last)) tally.last = last;
  if (record !== null && (tally.record === null || record < tally.record)) tally.record = record;
}

/** What is told of an asset by value, and how many values of it are kept: beyond them the gravest, or an evenly drawn sample of so many. */
export const FACETS = {
  /** What it is called and who makes it, as written. */
  names: 30,
  vendors: 20,
  /** Who says who owns it: pairs of source and person. */
  owners: 100,
  departments: 60,
  users: 100,
  devices: 60,
  environments: 20,
  /** Pairs of cloud and account. */
  platforms: 30,
  regions: 60,
  countries: 100,
  /** Pairs of name and value. */
  tags: 60,
  categories: 10,
  dataClasses: 30,
  tiers: 10,
  /** Scopes, by provider and by whether an administrator granted them for everybody. */
  scopes: 300,
  /** Pairs of scope and who granted it. */
  grants: 300,
  software: 60,
  repositories: 30,
  /** Pairs of kind and what it has to do with. */
  relations: 200,
  /** Yes or no that a record says: that it keeps the records which others copy, that accounts are provided by SCIM. */
  marks: 4,
} as const;
export type Facet = keyof typeof FACETS;

export type Facets = Partial<Record<Facet, Bounded<Tally>>>;

/** Where something grave could be pushed out the gravest is kept: what comes later then never hides it. */
const RANKS: Readonly<Partial<Record<Facet, (key: string) => number>>> = {
  scopes: (key) => 1 - scopeRisk(unjoined(key)[0] ?? '', unjoined(key)[1] ?? '').risk,
  grants: (key) => 1 - scopeRisk('', unjoined(key)[0] ?? '').risk,
  dataClasses: (key) => 1 - DATA_CLASSES[dataClassOf(key)?.dataClass ?? 'PUBLIC'].sensitivity,
  categories: (key) => 1 - DATA_CLASSES[dataClassOf(key)?.dataClass ?? 'PUBLIC'].sensitivity,
};

/** The values of a facet, made when there are none yet: most assets have few facets, and memory goes with what there is. */
export function facetOf(facets: Facets, facet: Facet): Bounded<Tally> {
  return (facets[facet] ??= new Bounded(FACETS[facet], RANKS[facet] ?? hashRank));
}

const BETWEEN = '\u001F';

/** Several texts as one key; `unjoined` takes them apart. */
export const joined = (...parts: readonly string[]): string => parts.map((part) => part.replaceAll(BETWEEN, ' ')).join(BETWEEN);
export const unjoined = (key: string): string[] => key.split(BETWEEN);
