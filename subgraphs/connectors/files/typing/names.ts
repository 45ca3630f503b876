/** The lower-case words of a name: `customerID`, `Customer ID` and `customer_id` are all [customer, id]. */
export function wordsOfName(name: string): string[] {
  return name
    .replaceAll(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replaceAll(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** Letters and digits only, lower case: how names and values are compared when writing differs. */
export const compact = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');

const LEGAL_FORM = /[\s,]+(?:co|ag|sas?|bv|nv|oy|ab|spa|srl|pty|kg)$/u;
const LEGAL_END = /(?<=...)(?:incorporated|inc|corporation|corp|company|limited|ltd|llc|llp|plc|gmbh)$/u;
/** Letters and digits only, without a legal form at the end: `Globex, Inc.`, `GlobexInc` and `GLOBEX` are one. */
export const looseForm = (text: string): string =>
  compact(text.toLowerCase().replaceAll('.', '').replace(LEGAL_FORM, '')).replace(LEGAL_END, '');

/** The singular of an English plural, roughly; good enough to compare names, not to show them. */
export function singular(word: string): string {
  if (word.length <= 3 || /(?:ss|us|is)$/u.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  // `movies` cannot be told from `companies`: movie becomes movy too, which compares as well.
  if (word.length > 3 && word.endsWith('ie')) return `${word.slice(0, -2)}y`;
  if (/(?:ches|shes|sses|xes|zes)$/u.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

/** Names that are written with digits and are no numbers. */
const CODE_WORDS = new Set([
  'phone', 'fax', 'mobile', 'telephone', 'cell', 'cellphone', 'zip', 'zipcode', 'postal', 'postcode', 'postalcode', 'ssn', 'isbn', 'ean', 'upc', 'gtin', 'iban', 'bic',
  'fips', 'cnpj', 'cpf', 'iccid', 'imei', 'msisdn', 'cep', 'plz',
]); // prettier-ignore
export const isCodeName = (name: string): boolean =>
  wordsOfName(name).some((word) => CODE_WORDS.has(word) || CODE_WORDS.has(singular(word)));

const FLAG_WORDS = new Set(['is', 'has', 'flag', 'yn', 'active', 'deleted', 'enabled', 'churn', 'churned', 'default', 'attrition', 'was', 'did', 'can', 'exited', 'subscribed', 'returned', 'cancelled', 'canceled', 'won', 'boolean', 'bool', 'indicator']); // prettier-ignore
/** Whether a column of 0 and 1 is named as a yes-or-no. */
export const isFlagName = (name: string): boolean => wordsOfName(name).some((word) => FLAG_WORDS.has(word) || /^\w{4,}ed$/u.test(word));

const DATE_WORDS = new Set(['date', 'day', 'dt', 'dob', 'birth', 'birthday', 'datekey', 'dateid', 'period', 'on']);
export const isDateName = (name: string): boolean => wordsOfName(name).some((word) => DATE_WORDS.has(word) || word.endsWith('date'));

const KEY_WORDS = new Set([
  'id',
  'key',
  'code',
  'number',
  'no',
  'num',
  'nr',
  'uuid',
  'guid',
  'sku',
  'ref',
  'pk',
  'identifier',
  'index',
  'rowid',
]);
/** Whether the last word says that the column identifies something. */
export function isKeyName(name: string): boolean {
  const words = wordsOfName(name);
  const last = words.at(-1) ?? '';
  return (
    KEY_WORDS.has(last) ||
    (words.length === 1 &&
      last.length > 3 &&
      /(?:id|key)$/u.test(last) &&
      !/(?:paid|bid|grid|void|turkey|monkey|hockey|valid)$/u.test(last))
  );
}
/** The words before the one that says "key": [customer] of `customer_id`, [customer] of `customerid`. */
export function keyStem(name: string): string[] {
  const words = wordsOfName(name);
  const last = words.at(-1) ?? '';
  if (KEY_WORDS.has(last)) return words.slice(0, -1).map(singular);
  return isKeyName(name) ? [...words.slice(0, -1), last.replace(/(?:id|key)$/u, '')].map(singular) : words.map(singular);
}

/** `pid` of publications, `cust_id` of customers: a key named by the beginnings of the object's words. */
export function isInitialKey(name: string, subject: readonly string[]): boolean {
  const bare = /^([a-z]{1,4})id$/u.exec(wordsOfName(name).join(''))?.[1];
  if (bare === undefined || subject.length === 0) return false;
  return subject.map((word) => word[0]).join('') === bare || (subject[0] ?? '').startsWith(bare);
}

/** What a column is called after: [state] of `state_name`, [customer] of `customer_id`. */
export function namedAfter(name: string): string[] {
  const words = keyStem(name);
  return words.length > 1 && words.at(-1) === 'name' ? words.slice(0, -1) : words;
}

/** Words that say nothing of what a table holds. */
const NOISE = new Set(['data', 'dataset', 'metadata', 'table', 'tbl', 'csv', 'json', 'tsv', 'txt', 'file', 'export', 'dim', 'fact', 'raw', 'final', 'clean', 'cleaned', 'stg', 'src', 'list', 'lookup', 'master', 'all', 'the']); // prettier-ignore
/** The words of an object's name that carry meaning, in the singular; `shared` = words all objects of the connection have. */
export function subjectWords(name: string, shared: ReadonlySet<string> = new Set()): string[] {
  const words = wordsOfName(name).map(singular);
  const kept = words.filter((word) => !NOISE.has(word) && !shared.has(word) && !/^\d+$/u.test(word));
  return kept.length > 0 ? kept : words;
}
