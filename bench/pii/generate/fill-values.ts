import { allLocales } from '@faker-js/faker';
import type { Material } from './material.ts';
import type { Random } from './random.ts';
import type { TextBuilder } from './text-builder.ts';

/** Honorifics as people write them in English texts. */
export const HONORIFIC_TEXTS = ['Mr.', 'Mr.', 'Mrs.', 'Ms.', 'Dr.', 'Miss', 'Mr', 'Mrs', 'Ms', 'Dr', 'Prof.', 'Professor'] as const;

const SUFFIXES = [' MD', ' Jr.', ' Sr.', ' III', ' PhD', ' DDS', ' II', ' Jr', ' DVM', ' IV', ', PhD'];
const LEGAL = [
  'Inc',
  'Inc.',
  'LLC',
  'Ltd',
  'Ltd.',
  'PLC',
  'Group',
  'and Sons',
  'Corp',
  'Corporation',
  'GmbH',
  'AG',
  'S.A.',
  'B.V.',
  'AB',
  'Oy',
  'A/S',
  'Limited',
  '& Co',
  'Company',
  's.r.o.',
  'Kft.',
  'SpA',
  'Lda',
];
const FIELDS =
  'Consulting Software Systems Solutions Technologies Labs Partners Analytics Media Health Energy Capital Financial Networks Foods Motors Insurance Bank Airlines Records Research Logistics Foundation Institute Association Services Security Data Group Studios Pharmaceuticals Institute Society Center Economic Environmental Legal Global Digital International Interactive'.split(
    ' ',
  );
const title = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
const DOMAINS = ['gmail.com', 'example.com', 'web.de', 'yahoo.co.uk', 'mail.ru', 'superpost.net', 'corp.example.org'];

/** A person's name as it may stand in a text: given name and surname, at times with initials, a second surname or a degree. */
export function person(random: Random, material: Material): string {
  const given = material.given(random);
  const surname = material.surname(random);
  const form = random.below(40);
  if (form === 0) return `${given} ${random.pick(Array.from('ABCDEFGHJKLMNPRSTW'))}. ${surname}`;
  if (form === 1) return `${given} ${surname}-${material.surname(random)}`;
  if (form === 2) return `${given} ${random.pick(['van', 'de', 'von', 'van der', 'da', 'al', 'el', 'bin', 'di', 'Mac', "O'"])} ${surname}`;
  if (form === 3) return `${given} ${material.given(random)} ${surname}`;
  if (form === 4) return `${given.charAt(0)}. ${surname}`;
  if (form === 5) return `${given}-${material.given(random)} ${surname}`;
  return form <= 8 ? `${given} ${surname}${random.pick(SUFFIXES)}` : `${given} ${surname}`;
}

/** A company's name: of founders, of ordinary words, made up, or well known. */
export function company(random: Random, material: Material): string {
  const surname = (): string => material.surname(random);
  const word = (): string => title(material.word(random));
  switch (random.below(16)) {
    case 0:
    case 1:
      return `${surname()} ${random.pick(LEGAL)}`;
    case 2:
      return `${surname()}-${surname()}`;
    case 3:
      return `${surname()}, ${surname()} and ${surname()}`;
    case 4:
      return random.chance(0.5)
        ? `${surname()} ${random.pick(['&', 'and'])} ${random.pick([surname(), 'Sons', 'Partners', 'Company'])}`
        : `${surname()} ${random.pick(FIELDS)}`;
    case 5:
    case 6:
      return title(material.coinedCompany(random));
    case 7:
      return `${title(material.coinedCompany(random))} ${random.pick(random.chance(0.5) ? LEGAL : FIELDS)}`;
    case 8:
      return `${word()} ${random.pick(FIELDS)}${random.chance(0.3) ? ` ${random.pick(LEGAL)}` : ''}`;
    case 9:
      return `${word()} ${word()}`;
    case 10:
      return `${word()} ${word()} ${random.pick([word(), random.pick(FIELDS)])}`;
    case 11:
      return `${word()}${random.chance(0.6) ? word() : word().toLowerCase()}`;
    case 12:
      return random.chance(0.5)
        ? Array.from({ length: 3 + random.below(2) }, () => random.pick(Array.from('ABCDEFGHIKLMNOPRST'))).join('')
        : `${title(material.coinedCompany(random))} ${random.pick(FIELDS)} ${random.pick(FIELDS)}`;
    case 13:
      return `${material.city(random)} ${random.pick(FIELDS)}`;
    default:
      return random.chance(0.2) ? title(material.company(random)) : material.company(random);
  }
}

const pad = (value: number): string => String(value).padStart(2, '0');

function luhn(random: Random, prefix: string, length: number): string {
  const body = prefix + random.digits(length - prefix.length - 1);
  for (let check = 0; ; check++) {
    let sum = 0;
    Array.from(`${body}${check}`)
      .toReversed()
      .forEach((digit, index) => {
        const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
        sum += value > 9 ? value - 9 : value;
      });
    if (sum % 10 === 0) return `${body}${check}`;
  }
}

function phone(random: Random): string {
  const form = random.pick([
    '### ### ####',
    '(0#) #### ####',
    '0## ### ## ##',
    '###-###-####',
    '(###)###-####',
    '+1-###-###-####',
    '001-###-###-####x####',
    '###.###.####x###',
    '+## ## ### ####',
    '0#### ######',
    '## ### ###',
    '(##) ####-####',
    '0## ## ## ## ##',
    '06-########',
    '+44 #### ######',
    '###-###-###',
    '##-##-##-##',
    '+1-###-###-####x#####',
    '(##) ###-###',
    '## ### ## ##',
    '0### ### ## ##',
    '(0####) ## ##',
  ]);
  return form.replaceAll('#', () => random.pick(Array.from('23456789')));
}

function iban(random: Random): string {
  const [country, length] = random.pick([
    ['DE', 22],
    ['GB', 22],
    ['FR', 27],
    ['NL', 18],
    ['ES', 24],
    ['PL', 28],
  ] as const);
  const body = country === 'GB' ? `NWBK${random.digits(14)}` : country === 'NL' ? `ABNA${random.digits(10)}` : random.digits(length - 4);
  const value = Array.from(`${body}${country}00`, (unit) => String(Number.parseInt(unit, 36))).join('');
  return `${country}${pad(98 - Number(BigInt(value) % 97n))}${body}`;
}

const day = (random: Random): string => `${1 + random.below(12)}/${1 + random.below(28)}/${1940 + random.below(80)}`;
const moment = (random: Random): string =>
  `${1970 + random.below(50)}-${pad(1 + random.below(12))}-${pad(1 + random.below(28))} ${pad(random.below(24))}:${pad(random.below(60))}:${pad(random.below(60))}`;
const plain =
  (kind: string, make: (random: Random, material: Material) => string) =>
  (random: Random, material: Material, into: TextBuilder): void =>
    into.put(make(random, material), null, kind);
const handle = (random: Random): string => `${random.pick(ASCII_NAMES)}${random.pick(['', '.', '_'])}${random.pick(ASCII_NAMES)}`;
const ASCII_NAMES = (allLocales.en.person?.first_name?.generic ?? ['Ann']).filter((name) => /^[A-Za-z]+$/u.test(name));

/** Slots for what tells itself by its form. */
export const numbers = {
  phone: plain('PHONE_NUMBER', phone),
  email: plain('EMAIL_ADDRESS', (random) => `${handle(random)}@${random.pick(DOMAINS)}`),
  url: plain(
    'DOMAIN_NAME',
    (random) =>
      `${random.pick(['http://www.', 'https://', 'http://', 'www.', ''])}${handle(random).replaceAll(/[._]/gu, '')}.${random.pick(['com', 'se', 'co.uk', 'pl', 'de', 'net', 'it'])}${random.pick(['', '/'])}`,
  ),
  ip: plain('IP_ADDRESS', (random) =>
    random.chance(0.8)
      ? Array.from({ length: 4 }, () => 1 + random.below(254)).join('.')
      : Array.from({ length: 8 }, () => random.below(65_536).toString(16)).join(':'),
  ),
  card: plain('CREDIT_CARD', (random) => luhn(random, random.pick(['4', '51', '53', '55', '6011']), 16)),
  ssn: plain('US_SSN', (random) => `${100 + random.below(500)}-${pad(1 + random.below(99))}-${1_000 + random.below(8_999)}`),
  iban: plain('IBAN_CODE', iban),
  dl: plain('US_DRIVER_LICENSE', (random) =>
    random.pick([
      random.digits(9),
      `${random.pick(['S', 'B', 'K'])}${random.digits(8)}`,
      random.digits(8),
      `${random.pick(['A', 'M'])}${random.digits(12)}`,
    ]),
  ),
  date: plain('DATE_TIME', (random) => (random.chance(0.7) ? day(random) : moment(random).slice(0, 10))),
  dob: plain('DATE_TIME', day),
  datetime: plain('DATE_TIME', moment),
  age: plain('AGE', (random) => String(18 + random.below(70))),
} as const;
