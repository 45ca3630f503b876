const REGION_CODE = /^[A-Z]{2}$/;
const FIRST = 'A'.charCodeAt(0);
const LETTERS = 26;
/** Names people use that CLDR does not. */
const ALSO = [
  'usa',
  'us',
  'uk',
  'u s a',
  'great britain',
  'england',
  'scotland',
  'wales',
  'korea',
  'republic of korea',
  'holland',
  'the netherlands',
  'czech republic',
  'russia',
  'turkey',
  'uae',
  'viet nam',
  'ivory coast',
];

let names: ReadonlySet<string> | null = null;

/** Whether a value is the English name (or ISO code) of a country, case and punctuation aside; the list is the runtime's CLDR. */
export function isCountry(value: string): boolean {
  names ??= countryNames();
  return names.has(foldName(value));
}

function countryNames(): ReadonlySet<string> {
  const display = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const found = new Set(ALSO);
  for (let i = 0; i < LETTERS * LETTERS; i += 1) {
    const code = String.fromCharCode(FIRST + Math.floor(i / LETTERS), FIRST + (i % LETTERS));
    if (!REGION_CODE.test(code)) continue;
    const name = display.of(code);
    if (name === undefined) continue;
    found.add(foldName(name));
    found.add(code.toLowerCase());
  }
  return found;
}

function foldName(value: string): string {
  return value
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim();
}
