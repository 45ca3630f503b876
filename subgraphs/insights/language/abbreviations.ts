import type { Lexicon } from './lexicon-builder.ts';
import { stem } from './stem.ts';

/** What people in business write short, and what they may mean by it; the first that the tenant's data knows is meant. */
const SHORT: Readonly<Record<string, readonly string[]>> = {
  rev: ['revenue'],
  revs: ['revenue'],
  cust: ['customer', 'account', 'client'],
  acct: ['account', 'customer'],
  acc: ['account'],
  tix: ['ticket'],
  tkt: ['ticket'],
  mktg: ['marketing'],
  mkt: ['marketing', 'market'],
  mkting: ['marketing'],
  bud: ['budget'],
  bdgt: ['budget'],
  fcst: ['forecast'],
  fc: ['forecast'],
  act: ['actual'],
  hc: ['headcount', 'employees'],
  gm: ['gross margin'],
  gp: ['gross profit'],
  np: ['net profit', 'net income'],
  ni: ['net income', 'net profit'],
  gmv: ['gross merchandise value'],
  aov: ['average order value'],
  acv: ['annual contract value', 'average deal size'],
  asp: ['average selling price'],
  opp: ['opportunity', 'deal'],
  opps: ['opportunities', 'deals'],
  sub: ['subscription'],
  subs: ['subscriptions'],
  emp: ['employee'],
  ee: ['employee'],
  dept: ['department'],
  div: ['division'],
  cat: ['category'],
  prod: ['product'],
  qty: ['quantity'],
  amt: ['amount'],
  inv: ['invoice'],
  exp: ['expenses', 'costs'],
  exps: ['expenses', 'costs'],
  pmt: ['payment'],
  pymt: ['payment'],
  txn: ['transaction'],
  txns: ['transactions'],
  trx: ['transaction'],
  ops: ['operations'],
  eng: ['engineering'],
  mgr: ['manager'],
  rep: ['sales rep', 'representative', 'owner', 'salesperson'],
  ctry: ['country'],
  reg: ['region'],
  seg: ['segment'],
  conv: ['conversion'],
  ret: ['retention'],
  hr: ['hour'],
  hrs: ['hours'],
  util: ['utilisation', 'utilization'],
  resp: ['response'],
  res: ['resolution'],
  sat: ['satisfaction'],
  pax: ['passengers'],
  ot: ['overtime'],
  po: ['purchase order'],
  pos: ['purchase orders'],
  bkgs: ['bookings'],
  bkg: ['booking'],
  ebit: ['operating profit', 'operating income'],
  sla: ['service level'],
  capex: ['capital expenditure'],
  opex: ['operating expenses', 'operating costs', 'operating expenditure', 'costs'],
  cogs: ['cost of goods sold', 'cost of sales'],
  prom: ['promoter'],
  vend: ['vendor'],
  supp: ['supplier'],
  whse: ['warehouse'],
  wh: ['warehouse'],
  equip: ['equipment'],
  maint: ['maintenance'],
  prob: ['probability'],
  proj: ['project'],
  projs: ['projects'],
  avg: ['average'],
  num: ['number'],
  tot: ['total'],
  pct: ['percent'],
  wk: ['week'],
  mth: ['month'],
  mo: ['month'],
  mos: ['months'],
  qtr: ['quarter'],
  qtrs: ['quarters'],
  yr: ['year'],
  yrs: ['years'],
};
/** Nothing shorter is guessed at, and nothing longer is written short. */
const LEAST_LETTERS = 3;
const MOST_LETTERS = 5;
const VOWELS = /[aeiouy]/g;

const known = (lexicon: Lexicon, phrase: string): boolean =>
  lexicon.phrases.has(phrase.split(' ').map(stem).join(' ')) || lexicon.values.has(phrase);
const namesMetric = (lexicon: Lexicon, phrase: string): boolean =>
  lexicon.phrases.get(phrase.split(' ').map(stem).join(' '))?.some((meaning) => meaning.kind === 'metric') === true;
const spoken = (phrase: string): string[] => phrase.split(' ');

/** Whether the letters of a short form stand in a word in their order, beginning with the same one. */
function within(short: string, word: string): boolean {
  let at = 0;
  for (const letter of word) if (letter === short[at]) at += 1;
  return at === short.length && word[0] === short[0];
}

/** `mrktng` of `marketing`: its consonants, or its beginning, and of one word only. */
function guessed(word: string, lexicon: Lexicon): string | null {
  if (word.length < LEAST_LETTERS || word.length > MOST_LETTERS + 2 || lexicon.phraseWords.has(word)) return null;
  const found = new Set<string>();
  const skeleton = word.replaceAll(VOWELS, '') === word && word.length >= LEAST_LETTERS + 1;
  for (const [length, words] of lexicon.vocabulary) {
    if (length < word.length + 2) continue;
    for (const candidate of words) {
      if (candidate[0] !== word[0] || (!skeleton && !candidate.startsWith(word))) continue;
      if (lexicon.valueVocabulary.has(candidate) || !lexicon.phrases.has(candidate)) continue;
      const begins = word.length <= MOST_LETTERS && candidate.startsWith(word);
      if (begins || (skeleton && within(word, candidate) && candidate.replaceAll(VOWELS, '').startsWith(word.slice(0, 3))))
        found.add(candidate);
      if (found.size > 1) return null;
    }
  }
  return [...found][0] ?? null;
}

/**
 * The words that a short form stands for in a tenant's data, in lower case; null when it is none. @param word in lower case
 * @param taken words that mean something already, which a plural's `s` may hide
 */
export function spelledOut(word: string, lexicon: Lexicon): string[] | null {
  for (const form of word.endsWith('s') && word.length > 3 ? [word, word.slice(0, -1)] : [word]) {
    const expansions = Object.hasOwn(SHORT, form) ? (SHORT[form] ?? []) : [];
    const plain = expansions.find((phrase) => namesMetric(lexicon, phrase)) ?? expansions.find((phrase) => known(lexicon, phrase));
    if (plain !== undefined) return spoken(plain);
    const [first] = expansions;
    if (first !== undefined && GRAMMAR.has(first)) return [first];
  }
  const guess = guessed(word, lexicon);
  return guess === null ? null : [guess];
}

const GRAMMAR = new Set([
  'average',
  'number',
  'total',
  'percent',
  'week',
  'month',
  'months',
  'quarter',
  'quarters',
  'year',
  'years',
  'budget',
  'forecast',
  'actual',
]);
