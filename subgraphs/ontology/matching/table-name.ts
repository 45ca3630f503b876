import { normalWords, singular, words } from './words.ts';

/** Words that say how a table came about, not what it holds. */
const GENERIC_ENDS = new Set([
  'data',
  'dataset',
  'table',
  'tbl',
  'csv',
  'json',
  'xlsx',
  'export',
  'extract',
  'dump',
  'list',
  'sheet',
  'file',
  'raw',
  'final',
  'clean',
  'cleaned',
  'copy',
  'all',
  'master',
  'new',
  'full',
  'report',
  'records',
  'record',
  'info',
  'metadata',
  'dim',
  'fact',
  'fct',
  'stg',
  'staging',
  'src',
  'source',
  'sf',
  'sfdc',
  'salesforce',
  'hubspot',
  'hs',
  'stripe',
  'zendesk',
  'netsuite',
  'ns',
  'crm',
  'erp',
  'public',
  'dbo',
  'vw',
  'view',
  't',
  'tb',
  'sample',
  'demo',
  'v',
  'mock',
]);
const PREFIX_SHARED_BY_TABLES = 3;
const PREFIX_SHARE = 0.75;

/** The words of a table's name without wrapping words and numbers at its ends. Never empty unless the name is nothing else. */
export function coreWords(name: string, sharedPrefix: readonly string[] = []): string[] {
  let tokens = words(name.replace(/\.(?:csv|json|tsv|xlsx?|parquet|jsonl|ndjson)$/i, ''));
  if (tokens.length > sharedPrefix.length && sharedPrefix.every((word, i) => tokens[i] === word))
    tokens = tokens.slice(sharedPrefix.length);
  const bare = [...tokens];
  while (bare.length > 1 && isWrapping(bare[bare.length - 1] ?? '')) bare.pop();
  while (bare.length > 1 && isWrapping(bare[0] ?? '')) bare.shift();
  return bare.length > 0 ? bare : tokens;
}

function isWrapping(word: string): boolean {
  return GENERIC_ENDS.has(word) || /^\d+$/.test(word);
}

/** Nothing but wrapping words: `Sheet1`, `export`, `data 2024`. */
export function isMeaningless(core: readonly string[]): boolean {
  return core.every(isWrapping);
}

/**
 * Words that the tables of a connection start with (`acme_accounts`, `acme_tickets`): of at least three tables, and all of them; of many,
 * three in four will do, unless the word names a table itself (`order_items` beside `orders`).
 */
export function sharedPrefix(names: readonly string[]): string[] {
  if (names.length < PREFIX_SHARED_BY_TABLES) return [];
  const lists = names.map(words);
  const prefix: string[] = [];
  for (let i = 0; ; i++) {
    const going = lists.filter((list) => list.length > i + 1 && prefix.every((word, at) => list[at] === word));
    const [word, count] = mostOf(going.map((list) => list[i] ?? ''));
    const most = lists.length > PREFIX_SHARED_BY_TABLES && count >= lists.length * PREFIX_SHARE && !namesTable(word, lists, i);
    if (count < lists.length && !most) return prefix;
    prefix.push(word);
  }
}

function namesTable(word: string, lists: readonly (readonly string[])[], at: number): boolean {
  return lists.some((list) => singular(list.findLast((other) => !isWrapping(other)) ?? '') === singular(word) && list.length <= at + 2);
}

function mostOf(all: readonly string[]): [string, number] {
  const counts = [...Map.groupBy(all, (word) => word)].map(([word, group]): [string, number] => [word, group.length]);
  return counts.toSorted((a, b) => b[1] - a[1])[0] ?? ['', 0];
}

/** How well a table's name says that it holds an entity, 0…1: its very name 1, its name with a qualifier in front less. */
export function nameScore(
  core: readonly string[],
  nouns: readonly (readonly string[])[],
  excludes: readonly string[],
): { score: number; noun: string } {
  const table = normalWords(core.join(' '));
  const joined = table.join(' ');
  let score = 0;
  let noun = '';
  const excluded = table.some((word) => excludes.some((other) => normalWords(other).join(' ') === word));
  for (const candidate of nouns) {
    const text = candidate.join(' ');
    let value = 0;
    if (text === joined || text.replaceAll(' ', '') === table.join('')) value = 1;
    else if (!excluded && candidate.length < table.length && joined.endsWith(` ${text}`))
      value = 0.95 - 0.1 * (table.length - candidate.length);
    if (value > score) {
      score = value;
      noun = text;
    }
  }
  return { score, noun };
}
