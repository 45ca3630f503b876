/** Companies of two sources: of each pair of records one in three is the same company, written differently. Deterministic. */
export interface MadeCompany {
  readonly source: 0 | 1 | 2;
  readonly key: string;
  readonly name: string;
  readonly website: string;
  readonly phone: string;
  readonly city: string;
}

const SYLLABLES = [
  'ba',
  'cor',
  'del',
  'en',
  'fal',
  'gri',
  'hun',
  'ist',
  'jo',
  'kel',
  'lo',
  'mar',
  'nex',
  'or',
  'pal',
  'qui',
  'ros',
  'sta',
  'tor',
  'ul',
  'ven',
  'wes',
  'xan',
  'zet',
];
const TRADES = [
  'Logistics',
  'Foods',
  'Robotics',
  'Textiles',
  'Analytics',
  'Marine',
  'Energy',
  'Partners',
  'Systems',
  'Holdings',
  'Labs',
  'Media',
  'Health',
  'Motors',
];
const FORMS = ['Ltd', 'GmbH', 'Inc.', 'LLC', 'S.A.', 'B.V.'];
const CITIES = 4_000;

/** One record in three is of a company the other source has, too. */
const SHARED = 3;

/** A number that looks like chance and follows from `n` alone. */
function mixed(n: number, salt: number): number {
  let x = (n * 2_654_435_761 + salt * 40_503) >>> 0;
  x = Math.imul(x ^ (x >>> 15), 2_246_822_519) >>> 0;
  x = Math.imul(x ^ (x >>> 13), 3_266_489_917) >>> 0;
  return (x ^ (x >>> 16)) >>> 0;
}

function word(n: number): string {
  const parts = [n % 24, Math.floor(n / 24) % 24, Math.floor(n / 576) % 24].map((i) => SYLLABLES[i] ?? '');
  const text = parts.join('');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The nth record. `variant`: another spelling of the same company. */
export function madeCompany(n: number, variant = 0): MadeCompany {
  const twin = n % SHARED === 1;
  const company = twin ? n - 1 : n;
  const [first, second] = [word(mixed(company, 1) % 13_824), word(mixed(company, 2) % 13_824)];
  const trade = TRADES[mixed(company, 3) % TRADES.length] ?? '';
  const name = `${first} ${second} ${trade}`;
  const slip = mixed(n, 5 + variant) % 4;
  const written =
    slip === 0
      ? `${name} ${FORMS[n % FORMS.length] ?? ''}`
      : slip === 1
        ? name.toUpperCase()
        : slip === 2
          ? `${first.slice(0, -1)} ${second} ${trade}`
          : `${first} ${second}`;
  const phone = `+49 ${1_000_000_000 + (mixed(company, 4) % 900_000_000)}`;
  return {
    source: variant > 0 ? 2 : twin ? 1 : 0,
    key: `${twin ? 'B' : 'A'}${n}${variant === 0 ? '' : `-${variant}`}`,
    name: twin || variant > 0 ? written : name,
    website: `${twin ? 'www.' : ''}${first}${second}.com`.toLowerCase(),
    phone: mixed(n, 7) % 5 === 0 ? '' : phone,
    city: `City ${word(mixed(company, 6) % CITIES)}`,
  };
}
