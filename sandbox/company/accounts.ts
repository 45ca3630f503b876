import { addDays, addMonths } from './calendar.ts';
import { type CompanyName, companyNames, personName } from './names.ts';
import { randomOf } from './random.ts';

export const ACCOUNTS = 400;
const SELLERS = 16;
const FORMER_SELLERS = 3;
/** Accounts somebody entered twice, and records of people trying things out. */
const DUPLICATES = 9;
const TESTS = 4;

export type Segment = 'SMB' | 'Mid-Market' | 'Enterprise';

export interface Person {
  index: number;
  first: string;
  last: string;
  email: string;
  title: string;
  department: string;
  active: boolean;
  since: Date;
}

export interface Account {
  index: number;
  name: CompanyName;
  industry: string | null;
  segment: Segment;
  employees: number;
  country: string;
  city: string;
  region: string;
  since: Date;
  owner: number;
  source: string;
  /** −1 … 1: how well things go with them. Everything that goes well or ill for the account leans on it. */
  mood: number;
  kind: 'REAL' | 'DUPLICATE' | 'TEST';
  /** The account that a duplicate repeats. */
  of: number | null;
}

const INDUSTRIES = [
  'Manufacturing',
  'Retail',
  'Financial Services',
  'Healthcare',
  'Technology',
  'Logistics',
  'Energy',
  'Media',
  'Education',
] as const;
const PLACES = [['United States', 'Boston', 'North America', 22], ['United States', 'Austin', 'North America', 18], ['Canada', 'Toronto', 'North America', 8], ['Germany', 'Berlin', 'EMEA', 12], ['United Kingdom', 'London', 'EMEA', 14], ['France', 'Lyon', 'EMEA', 7], ['Sweden', 'Malmö', 'EMEA', 5], ['Japan', 'Osaka', 'APAC', 6], ['Australia', 'Sydney', 'APAC', 8]] as const; // prettier-ignore
const SOURCES = [
  ['Inbound', 34],
  ['Outbound', 26],
  ['Partner', 16],
  ['Referral', 14],
  ['Event', 10],
] as const;

/** Those who sell and look after customers; the last few have left and still own records. */
export function peopleOf(seed: string, today: Date): Person[] {
  const random = randomOf(`${seed}:people`);
  return Array.from({ length: SELLERS + FORMER_SELLERS }, (_, index) => {
    const { first, last } = personName(random);
    const active = index < SELLERS;
    const manages = index < 3;
    return {
      index, first, last, active,
      email: `${first}.${last}${index}@halyard.example`.toLowerCase(),
      title: manages ? 'Sales Director' : random.pick(['Account Executive', 'Senior Account Executive', 'Customer Success Manager']),
      department: random.chance(0.25) && !manages ? 'Customer Success' : 'Sales',
      since: addDays(today, -random.int(active ? 120 : 700, 1_700)),
    }; // prettier-ignore
  });
}

/** Every account, real ones first. */
export function accountsOf(seed: string, today: Date, people: readonly Person[]): Account[] {
  const random = randomOf(`${seed}:accounts`);
  const real = companyNames(ACCOUNTS, random).map((name, index): Account => {
    const segment = random.weighted([
      ['SMB', 46],
      ['Mid-Market', 36],
      ['Enterprise', 18],
    ] as const);
    const employees = { SMB: random.int(12, 190), 'Mid-Market': random.int(200, 1_900), Enterprise: random.int(2_000, 24_000) }[segment];
    const [country, city, region] = random.weighted(PLACES.map((place) => [place, place[3]] as const));
    const old = random.chance(0.6);
    return {
      index, name, segment, employees, country, city, region,
      industry: random.chance(0.06) ? null : random.pick(INDUSTRIES),
      since: old ? addDays(addMonths(today, -24), -random.int(1, 900)) : addDays(today, -random.int(5, 725)),
      owner: random.chance(0.07) ? random.int(SELLERS, people.length - 1) : random.int(3, SELLERS - 1),
      source: random.weighted(SOURCES),
      mood: Math.max(-1, Math.min(1, random.normal(0.15, 0.42))),
      kind: 'REAL', of: null,
    }; // prettier-ignore
  });
  const repeated = Array.from({ length: DUPLICATES }, (_, i): Account => {
    const one = real[random.int(0, ACCOUNTS - 1)] as Account;
    return { ...one, index: ACCOUNTS + i, kind: 'DUPLICATE', of: one.index, industry: null, since: addDays(one.since, random.int(1, 90)) };
  });
  const tests = Array.from({ length: TESTS }, (_, i): Account => {
    const one = real[i] as Account;
    const name = {
      stem: ['Test Account', 'ZZZ do not use', 'test test', 'Demo Corp (test)'][i] ?? 'test',
      form: '',
      domain: 'test.example',
    };
    return { ...one, index: ACCOUNTS + DUPLICATES + i, name, kind: 'TEST', industry: null, employees: 0, of: null };
  });
  return [...real, ...repeated, ...tests];
}
