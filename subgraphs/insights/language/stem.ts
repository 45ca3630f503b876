const IRREGULAR: Record<string, string> = {
  people: 'person',
  persons: 'person',
  men: 'man',
  women: 'woman',
  children: 'child',
  cities: 'city',
  companies: 'company',
  countries: 'country',
  series: 'series',
  species: 'species',
  news: 'news',
  status: 'status',
  statuses: 'status',
  data: 'data',
  analyses: 'analysis',
  indices: 'index',
  businesses: 'business',
  has: 'have',
  had: 'have',
  sms: 'sms',
  bus: 'bus',
  buses: 'bus',
  gas: 'gas',
  this: 'this',
  was: 'was',
  is: 'is',
  us: 'us',
  its: 'its',
  yes: 'yes',
  aws: 'aws',
  csat: 'csat',
  sales: 'sale',
  movies: 'movie',
};

/** The singular, lower-case form under which a word is looked up. Light on purpose: it must never merge two different words. */
export function stem(word: string): string {
  const lower = word.toLowerCase();
  const irregular = Object.hasOwn(IRREGULAR, lower) ? IRREGULAR[lower] : undefined;
  if (irregular !== undefined) return irregular;
  if (lower.length <= 3) return lower;
  if (lower.endsWith('ies')) return `${lower.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|zz)es$/.test(lower)) return lower.slice(0, -2);
  if (lower.endsWith('s') && !/(?:ss|us|is)$/.test(lower)) return lower.slice(0, -1);
  return lower;
}

/** The bare form of a verb: `hired` → `hire` | `hir`, `shipping` → `ship`; several candidates, none certain. */
export function verbForms(word: string): string[] {
  const lower = word.toLowerCase();
  if (lower === 'born') return ['born', 'birth'];
  const ending = /(?:ed|ing)$/.exec(lower)?.[0];
  if (ending === undefined || lower.length < ending.length + 3) return [lower];
  const bare = lower.slice(0, -ending.length);
  const doubled = bare.at(-1) === bare.at(-2) ? [bare.slice(0, -1)] : [];
  return [lower, `${bare}e`, bare, ...doubled];
}
