/** Words that only hold a sentence together, for reading nested phrases. */
export const GLUE = new Set(
  'the a an of is are was were be been am do does did has have had having there it its them they their this these those that which who whom whose what me us we you your our i my can could would will should please tell show give list name find display get return all some any and to in on at for with from into through within inside as also ever other another one ones only just exist exists located found situated see want know kind sort so then how many much about run runs ran running flow flows flowing go goes going pass passes passing cross crosses crossing lie lies lying stay stays reside resides contain contains containing include includes including belong belongs hold holds take takes taken make makes made come comes get gets been being use used uses using work works working tell tells say says where database dataset data corresponding respective respectively together well part member members order ordered alphabetically descending ascending written given held made taken sold bought sent met seen won lost paid born total number count average sum mean altogether combined overall amount up out off being same both either different distinct unique various currently actually by he she him her his hers posted whole entire world overall where there'.split(
    ' ',
  ),
);

/** Words that make what follows the opposite. */
export const NEGATIONS = new Set(['not', 'no', 'without', 'never', 'excluding', 'except', 'neither', 'nor', 'lack', 'lacks', 'lacking']);

/** The dimension that an adjective or a noun speaks of: names that attributes carry for it, likeliest first. */
const DIMENSIONS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(?:large|big|great|huge|small|tiny|little|size)$/, ['area', 'size', 'population', 'volume', 'capacity', 'length', 'amount', 'total', 'quantity', 'count', 'employee', 'budget', 'surface']], // prettier-ignore
  [/^(?:square|acre|hectare)$/, ['area', 'size', 'surface']],
  [/^(?:long|short|length)$/, ['length', 'duration', 'distance', 'minute', 'runtime', 'hour', 'day', 'time']],
  [/^(?:high|tall|height|elevation|altitude|low)$/, ['height', 'elevation', 'altitude', 'level', 'price', 'score', 'rating', 'rate']],
  [/^(?:deep|depth|shallow)$/, ['depth']],
  [/^(?:wide|width|broad|narrow)$/, ['width']],
  [/^(?:heavy|light|weight)$/, ['weight', 'mass']],
  [/^(?:expensive|cheap|costly|price|cost|pricey)$/, ['price', 'cost', 'fee', 'fare', 'amount', 'total']],
  [/^(?:old|age)$/, ['age', 'birth', 'born', 'founded', 'established', 'opened', 'built', 'year', 'date']],
  [/^(?:young|new|recent|late|early)$/, ['age', 'birth', 'date', 'year', 'created', 'founded', 'opened', 'published']],
  [/^(?:fast|quick|slow|speed)$/, ['speed', 'pace', 'duration', 'time']],
  [/^(?:populous|populated|people|person|citizen|inhabitant|resident|population|crowded|live)$/, ['population', 'inhabitant', 'resident']],
  [/^(?:dense|sparse|density)$/, ['density']],
  [/^(?:good|bad|rated|rating|popular)$/, ['rating', 'score', 'stars', 'rank', 'grade', 'likes', 'review count']],
  [/^(?:rich|poor|wealthy)$/, ['wealth', 'income', 'net worth', 'revenue', 'gdp', 'salary']],
  [/^(?:paid|salary|pay|earn)$/, ['salary', 'wage', 'pay', 'income']],
  [/^(?:experienced|senior|junior)$/, ['experience', 'tenure', 'seniority', 'hire']],
];

/** Names of attributes that measure what the word speaks of. */
export const measuredBy = (word: string): readonly string[] => DIMENSIONS.find(([said]) => said.test(word))?.[1] ?? [];

export interface Superlative {
  direction: 'max' | 'min';
  /** The plain form: `large` of `largest`; null for `most`, `highest`, which name no dimension of their own. */
  adjective: string | null;
}

const IRREGULAR: Readonly<Record<string, Superlative>> = {
  most: { direction: 'max', adjective: null },
  greatest: { direction: 'max', adjective: null },
  maximum: { direction: 'max', adjective: null },
  max: { direction: 'max', adjective: null },
  top: { direction: 'max', adjective: null },
  least: { direction: 'min', adjective: null },
  fewest: { direction: 'min', adjective: null },
  minimum: { direction: 'min', adjective: null },
  min: { direction: 'min', adjective: null },
  best: { direction: 'max', adjective: 'good' },
  worst: { direction: 'min', adjective: 'good' },
  biggest: { direction: 'max', adjective: 'big' },
  latest: { direction: 'max', adjective: 'new' },
};
const DOWN = new Set(['small', 'tiny', 'little', 'short', 'low', 'shallow', 'narrow', 'light', 'cheap', 'slow', 'sparse', 'bad', 'poor', 'junior', 'old', 'early']); // prettier-ignore
const ADJECTIVES = 'large big great huge small tiny long short high tall low deep shallow wide broad narrow heavy light expensive cheap old young new recent late early fast quick slow dense sparse rich poor good bad'.split(' '); // prettier-ignore
const BY_FORM = new Map(
  ADJECTIVES.flatMap((adjective) => {
    const bare = adjective.replace(/e$/u, '').replace(/y$/u, 'i');
    const doubled = /[^aeiou][aeiou][gdtn]$/u.test(adjective) ? `${adjective}${adjective.at(-1) ?? ''}est` : null;
    return [`${bare}est`, ...(doubled === null ? [] : [doubled])].map((form): [string, string] => [form, adjective]);
  }),
);

/** What a word says as a superlative; null when it is none. */
export function superlativeOf(word: string): Superlative | null {
  const irregular = Object.hasOwn(IRREGULAR, word) ? IRREGULAR[word] : undefined;
  if (irregular !== undefined) return irregular;
  const adjective = BY_FORM.get(word);
  return adjective === undefined ? null : { direction: DOWN.has(adjective) ? 'min' : 'max', adjective };
}

/** Whether the word is an adjective of size by itself: how much of it is enough, nobody can know. */
export const isVague = (word: string): boolean =>
  /^(?:major|big|large|small|minor|high|low|long|short|tall|important|main|popular)$/u.test(word);

/** Whether a word is a unit that numbers are told in. */
export const isUnit = (word: string): boolean =>
  /^(?:square|cubic|kilomet(?:er|re)s?|met(?:er|re)s?|miles?|km2?|sq|feet|foot|ft|inch(?:es)?|acres?|hectares?|yards?|dollars?|usd|euros?|pounds?|kg|kilograms?|tons?|tonnes?|minutes?|hours?|percent|people)$/u.test(word); // prettier-ignore

/** Words of neighbourhood, whichever of them a table is called by. */
const NEIGHBOURS = /^(?:border|neighbor|neighbour|adjacent|adjoin|surround|next|touch|abut)/u;

/** Whether a word speaks of neighbourhood. */
export const isNeighbourly = (word: string): boolean => NEIGHBOURS.test(word);

/** Whether a word of the sentence says what a name says. */
export function speaksOf(said: string, name: string): boolean {
  if (said.length < 3 || name.length < 3) return false;
  if (NEIGHBOURS.test(said) && NEIGHBOURS.test(name)) return true;
  const root = (word: string): string => word.replace(/(?:ing|ions?|ors?|ers?|ed|es|s|e)$/u, '');
  return said === name || (root(said).length >= 3 && root(said) === root(name));
}

/** Names of countries that people write in several ways, each first as codes have it. */
const COUNTRIES: readonly (readonly string[])[] = [
  ['usa', 'us', 'u s', 'u s a', 'united states', 'united states of america', 'america'],
  ['uk', 'gb', 'united kingdom', 'great britain', 'britain'],
  ['uae', 'united arab emirates', 'emirates'],
];

/** The states of one country by the letters that addresses have. */
const STATES =
  'alabama al,alaska ak,arizona az,arkansas ar,california ca,colorado co,connecticut ct,delaware de,florida fl,georgia ga,hawaii hi,idaho id,illinois il,indiana in,iowa ia,kansas ks,kentucky ky,louisiana la,maine me,maryland md,massachusetts ma,michigan mi,minnesota mn,mississippi ms,missouri mo,montana mt,nebraska ne,nevada nv,new hampshire nh,new jersey nj,new mexico nm,new york ny,north carolina nc,north dakota nd,ohio oh,oklahoma ok,oregon or,pennsylvania pa,rhode island ri,south carolina sc,south dakota sd,tennessee tn,texas tx,utah ut,vermont vt,virginia va,washington wa,west virginia wv,wisconsin wi,wyoming wy'; // prettier-ignore
const STATE_CODES = new Map(STATES.split(',').map((each): [string, string] => [each.slice(0, -3), each.slice(-2)]));

/** Other ways to write a country's name; none for anything else. */
export const otherNames = (text: string): readonly string[] =>
  COUNTRIES.find((names) => names.includes(text)) ?? [STATE_CODES.get(text) ?? []].flat();
