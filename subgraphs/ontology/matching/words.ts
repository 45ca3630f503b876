const IRREGULAR_SINGULAR = new Map([
  ['people', 'person'],
  ['children', 'child'],
  ['movies', 'movie'],
  ['cookies', 'cookie'],
  ['statuses', 'status'],
  ['bonuses', 'bonus'],
  ['campuses', 'campus'],
  ['buses', 'bus'],
  ['viruses', 'virus'],
  ['analyses', 'analysis'],
  ['shoes', 'shoe'],
  ['indices', 'index'],
  ['criteria', 'criterion'],
]);
const INVARIANT = new Set([
  'series',
  'news',
  'data',
  'staff',
  'species',
  'goods',
  'sms',
  'gps',
  'saas',
  'aws',
  'sales',
  'csat',
  'nps',
  'sms',
  'https',
]);

/** Abbreviations and spelling variants that business column names are full of → the words they stand for. */
const EXPANSIONS: ReadonlyMap<string, string> = new Map(Object.entries({
  amt: 'amount', qty: 'quantity', quant: 'quantity', acct: 'account', acc: 'account', opp: 'opportunity', oppty: 'opportunity', desc: 'description', descr: 'description',
  no: 'number', num: 'number', nbr: 'number', nr: 'number', cust: 'customer', cnt: 'count', addr: 'address', dt: 'date', ts: 'timestamp', tel: 'telephone',
  ph: 'phone', mob: 'mobile', fname: 'first name', lname: 'last name', nm: 'name', cd: 'code', pct: 'percent', perc: 'percent', percentage: 'percent', prob: 'probability',
  emp: 'employee', dept: 'department', mgr: 'manager', org: 'organisation', organization: 'organisation', co: 'company', prod: 'product', cat: 'category',
  categ: 'category', yr: 'year', mo: 'month', rev: 'revenue', val: 'value', subs: 'subscription', inv: 'invoice', pymt: 'payment', pmt: 'payment', pay: 'payment', usr: 'user',
  ctry: 'country', zip: 'postal code', zipcode: 'postal code', postcode: 'postal code', licence: 'license', cancelled: 'canceled', cancelation: 'cancellation',
  centre: 'center', colour: 'color', catalogue: 'catalog', identifier: 'id', ids: 'id', txn: 'transaction', trans: 'transaction', curr: 'currency', ccy: 'currency', stg: 'stage',
  loc: 'location', mgmt: 'management', mktg: 'marketing', svc: 'service', freq: 'frequency', avg: 'average', est: 'estimated', seg: 'segment', sts: 'status', dob: 'birth date',
  req: 'requested', resp: 'response', mins: 'minutes', hrs: 'hours', secs: 'seconds', sec: 'seconds', hr: 'hours', webpage: 'website', fulfilment: 'fulfillment',
})); // prettier-ignore

/**
 * Splits a name into lower-case words: snake, kebab, spaces, camelCase, PascalCase, digits. `sf_AccountName2` → sf account name 2.
 * Salesforce's custom suffix `__c` is dropped.
 */
export function words(name: string): string[] {
  return name
    .replace(/__[cr]$/i, '')
    .replace(/#/g, ' number ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .replace(/(\d)(\p{L})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '');
}

/** English singular of one lower-case word. */
export function singular(word: string): string {
  const irregular = IRREGULAR_SINGULAR.get(word);
  if (irregular !== undefined) return irregular;
  if (INVARIANT.has(word) || word.length < 4 || /(?:ss|us|is)$/.test(word) || !word.endsWith('s')) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:sses|xes|ches|shes|zzes|oes)$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

/** English plural of one lower-case singular word. */
export function plural(word: string): string {
  for (const [many, one] of IRREGULAR_SINGULAR) if (one === word) return many;
  if (INVARIANT.has(word) || (word.endsWith('s') && !/(?:ss|us|is)$/.test(word))) return word;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  if (/(?:s|x|ch|sh|z)$/.test(word)) return `${word}es`;
  return `${word}s`;
}

/** Words with abbreviations written out and spelling variants unified; `e mail` and `web site` become one word. */
export function expand(tokens: readonly string[]): string[] {
  return tokens
    .flatMap((token) => (EXPANSIONS.get(token) ?? token).split(' '))
    .join(' ')
    .replace(/\be mails?\b/g, 'email')
    .replace(/\b(?:telephone|phone) numbers?\b|\btelephone\b/g, 'phone')
    .replace(/\bemail address\b/g, 'email')
    .replace(/\b(?:street address|address line|street|address street)\b(?: 1\b)?/g, 'address')
    .replace(/\baddress address\b/g, 'address')
    .replace(/\bweb (site|page)\b/g, 'website')
    .replace(/\btime stamp\b/g, 'timestamp')
    .replace(/\bhead count\b/g, 'headcount')
    .split(' ')
    .filter((word) => word !== '');
}

/** The form in which names are compared: split, written out, singular. */
export function normalWords(name: string): string[] {
  return expand(words(name)).map(singular);
}

/**
 * Splits run-together lower-case names by a vocabulary: `numberofemployees` → number of employees. Returns the word itself
 * when it is known or no complete split into known words (the fewest) exists.
 */
export function segment(word: string, vocabulary: ReadonlySet<string>): string[] {
  if (word.length < 5 || word.length > 40 || vocabulary.has(word) || vocabulary.has(singular(word))) return [word];
  const best: (string[] | null)[] = [[]];
  for (let end = 1; end <= word.length; end += 1) {
    best[end] = null;
    for (let start = 0; start < end; start += 1) {
      const before = best[start];
      const piece = word.slice(start, end);
      if (!before || !isPiece(piece, start, end === word.length, vocabulary)) continue;
      const current = best[end];
      if (!current || before.length + 1 < current.length) best[end] = [...before, piece];
    }
  }
  return best[word.length] ?? [word];
}

function isPiece(piece: string, start: number, last: boolean, vocabulary: ReadonlySet<string>): boolean {
  if (piece.length >= 4 || (piece.length === 3 && (last || start === 0))) return vocabulary.has(piece) || vocabulary.has(singular(piece));
  if (start === 0) return false;
  return last ? piece === 'id' || piece === 'at' || piece === 'no' : piece === 'of';
}

const ACRONYMS = new Set([
  'id',
  'sku',
  'mrr',
  'arr',
  'nps',
  'csat',
  'url',
  'sla',
  'vat',
  'kpi',
  'ip',
  'hr',
  'it',
  'crm',
  'usd',
  'eur',
  'gbp',
  'ltv',
  'roi',
  'api',
  'uuid',
  'iso',
  'sf',
  'gl',
  'isbn',
  'msrp',
  'ssn',
  'ctr',
  'cpc',
  'cpm',
  'cpa',
  'roas',
  'tv',
  'gdp',
  'iata',
  'icao',
  'bmi',
  'gpa',
  'http',
  'gmv',
  'aov',
  'cac',
  'ebitda',
]);

/** Words as a label: first one capitalised, acronyms in capitals. `sales_price` → Sales price, `customerId` → Customer ID. */
export function labelOf(tokens: readonly string[]): string {
  return tokens.map((word, index) => (ACRONYMS.has(word) ? word.toUpperCase() : index === 0 ? capital(word) : word)).join(' ');
}

/** `sales price` → salesPrice; a name that would start with a digit gets an underscore-free `n` in front; never empty. */
export function camelCase(tokens: readonly string[]): string {
  const ascii = tokens.map((word) => word.replace(/[^a-z0-9]/g, '')).filter((word) => word !== '');
  const name = ascii.map((word, index) => (index === 0 ? word : capital(word))).join('');
  if (name === '') return 'field';
  return /^\d/.test(name) ? `n${name}` : name;
}

/** `sales team` → SalesTeam. */
export function pascalCase(tokens: readonly string[]): string {
  return capital(camelCase(tokens));
}

/** `SalesTeam`, `salesTeam` → sales_team. */
export function snakeCase(name: string): string {
  return words(name).join('_');
}

export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
