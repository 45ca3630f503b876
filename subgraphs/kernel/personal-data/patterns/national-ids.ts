import { isDay, luhn, mod11of10, remainder, verhoeff, weighted } from './checksums.ts';

/** One country's number of a person: how it is written and how it is checked. */
export interface NationalId {
  /** For people: "Poland's PESEL". */
  name: string;
  /** The number without spaces, dots, dashes and slashes, in upper case. */
  shape: RegExp;
  valid: (compact: string) => boolean;
  /** Written like this, it needs no words around it; left out: it always does, since other numbers look alike. */
  telling?: RegExp;
}

const SPANISH_LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE';
const FINNISH_LETTERS = '0123456789ABCDEFHJKLMNPRSTUVWXY';
const IRISH_LETTERS = 'WABCDEFGHIJKLMNOPQRSTUV';
const ITALIAN_ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
const NOT_ONE_DIGIT = /^(?!(\d)\1+$)/u;

/** The check digit 11 − sum mod 11, where 10 cannot be and 11 stands for 0. */
function elevens(compact: string, weights: readonly number[]): boolean {
  const check = (11 - (weighted(compact, weights) % 11)) % 11;
  return check === Number(compact[weights.length]);
}

/** Brazil's and Portugal's habit: remainders below 2 give 0. */
function lowIsZero(compact: string, weights: readonly number[]): boolean {
  const rest = weighted(compact, weights) % 11;
  return (rest < 2 ? 0 : 11 - rest) === Number(compact[weights.length]);
}

function balticDigit(compact: string): boolean {
  const first = weighted(compact, [1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11;
  const check = first < 10 ? first : (weighted(compact, [3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11) % 10;
  return check === Number(compact[10]);
}

function italian(compact: string): boolean {
  let sum = 0;
  for (let index = 0; index < 15; index++) {
    const code = compact.charCodeAt(index);
    const value = code < 65 ? code - 48 : code - 65;
    sum += index % 2 === 0 ? (ITALIAN_ODD[value] ?? 0) : value;
  }
  return compact.charCodeAt(15) - 65 === sum % 26;
}

function chilean(compact: string): boolean {
  const digits = compact.slice(0, -1);
  let sum = 0;
  for (let index = 0; index < digits.length; index++) sum += Number(digits[digits.length - 1 - index]) * (2 + (index % 6));
  return '0K987654321'[sum % 11] === compact.at(-1);
}

function turkish(compact: string): boolean {
  const odd = weighted(compact, [1, 0, 1, 0, 1, 0, 1, 0, 1]);
  const even = weighted(compact, [0, 1, 0, 1, 0, 1, 0, 1]);
  return (odd * 7 - even + 70) % 10 === Number(compact[9]) && (odd + even + Number(compact[9])) % 10 === Number(compact[10]);
}

const born = (compact: string, month: number, day: number): boolean => isDay(compact.slice(month, month + 2), compact.slice(day, day + 2));

/** The national numbers known, each with the checksum its country prescribes. */
export const NATIONAL_IDS: readonly NationalId[] = [
  {
    name: 'Poland’s PESEL',
    shape: /^\d{11}$/u,
    valid: (id) =>
      (10 - (weighted(id, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10)) % 10 === Number(id[10]) &&
      isDay(String(Number(id.slice(2, 4)) % 20), id.slice(4, 6)),
  },
  {
    name: 'Belgium’s national number',
    shape: /^\d{11}$/u,
    telling: /^\d{2}\.\d{2}\.\d{2}-\d{3}\.\d{2}$/u,
    valid: (id) => [id.slice(0, 9), `2${id.slice(0, 9)}`].some((body) => 97 - remainder(body, 97) === Number(id.slice(9))),
  },
  {
    name: 'Norway’s birth number',
    shape: /^\d{11}$/u,
    valid: (id) => born(id, 2, 0) && elevens(id, [3, 7, 6, 1, 8, 9, 4, 5, 2]) && elevens(id, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]),
  },
  {
    name: 'Brazil’s CPF',
    shape: /^\d{11}$/u,
    telling: /^\d{3}\.\d{3}\.\d{3}-\d{2}$/u,
    valid: (id) => NOT_ONE_DIGIT.test(id) && lowIsZero(id, [10, 9, 8, 7, 6, 5, 4, 3, 2]) && lowIsZero(id, [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]),
  },
  { name: 'Estonia’s or Lithuania’s personal code', shape: /^[1-8]\d{10}$/u, valid: (id) => born(id, 3, 5) && balticDigit(id) },
  { name: 'Turkey’s identity number', shape: /^[1-9]\d{10}$/u, valid: turkish },
  { name: 'Croatia’s OIB', shape: /^\d{11}$/u, valid: mod11of10 },
  { name: 'Germany’s tax number', shape: /^[1-9]\d{10}$/u, valid: mod11of10 },
  {
    name: 'Sweden’s personal number',
    shape: /^(?:19|20)?\d{10}$/u,
    telling: /^(?:19|20)?\d{6}[-+]\d{4}$/u,
    valid: (id) => born(id.slice(-10), 2, 4) && luhn(id.slice(-10)),
  },
  {
    name: 'the Czech or Slovak birth number',
    shape: /^\d{10}$/u,
    telling: /^\d{6}\/\d{4}$/u,
    valid: (id) => remainder(id, 11) === 0 && isDay(String(Number(id.slice(2, 4)) % 50), id.slice(4, 6)),
  },
  {
    name: 'Bulgaria’s EGN',
    shape: /^\d{10}$/u,
    valid: (id) =>
      isDay(String(Number(id.slice(2, 4)) % 20), id.slice(4, 6)) &&
      (weighted(id, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11) % 10 === Number(id[9]),
  },
  { name: 'Denmark’s CPR number', shape: /^\d{10}$/u, telling: /^\d{6}-\d{4}$/u, valid: (id) => born(id, 2, 0) },
  { name: 'the NHS number', shape: /^\d{10}$/u, valid: (id) => elevens(id, [10, 9, 8, 7, 6, 5, 4, 3, 2]) },
  {
    name: 'the Netherlands’ BSN',
    shape: /^\d{9}$/u,
    valid: (id) => id !== '000000000' && weighted(id, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0,
  },
  { name: 'Portugal’s NIF', shape: /^[1-35689]\d{8}$/u, valid: (id) => lowIsZero(id, [9, 8, 7, 6, 5, 4, 3, 2]) },
  { name: 'Canada’s SIN', shape: /^[1-79]\d{8}$/u, valid: luhn },
  { name: 'Israel’s identity number', shape: /^\d{9}$/u, valid: luhn },
  { name: 'Australia’s tax file number', shape: /^\d{9}$/u, valid: (id) => weighted(id, [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 === 0 },
  { name: 'South Africa’s identity number', shape: /^\d{10}[01]\d{2}$/u, valid: (id) => born(id, 2, 4) && luhn(id) },
  {
    name: 'Romania’s CNP',
    shape: /^[1-9]\d{12}$/u,
    valid: (id) => born(id, 3, 5) && (weighted(id, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11) % 10 === Number(id[12]),
  },
  {
    name: 'Thailand’s identity number',
    shape: /^[1-8]\d{12}$/u,
    telling: /^\d-\d{4}-\d{5}-\d{2}-\d$/u,
    valid: (id) => (11 - (weighted(id, [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 10 === Number(id[12]),
  },
  {
    name: 'Korea’s resident number',
    shape: /^\d{13}$/u,
    telling: /^\d{6}-[1-8]\d{6}$/u,
    valid: (id) => born(id, 2, 4) && (11 - (weighted(id, [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]) % 11)) % 10 === Number(id[12]),
  },
  { name: 'India’s Aadhaar', shape: /^[2-9]\d{11}$/u, valid: verhoeff },
  {
    name: 'France’s social security number',
    shape: /^[12]\d{14}$/u,
    telling: /^[12] ?\d{2} ?\d{2} ?\d{2} ?\d{3} ?\d{3} ?\d{2}$/u,
    valid: (id) => 97 - remainder(id.slice(0, 13), 97) === Number(id.slice(13)),
  },
  {
    name: 'China’s identity number',
    shape: /^[1-9]\d{16}[\dX]$/u,
    telling: /^\d{17}[\dXx]$/u,
    valid: (id) => born(id, 10, 12) && '10X98765432'[weighted(id, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11] === id[17],
  },
  {
    name: 'Spain’s DNI',
    shape: /^\d{8}[A-Z]$/u,
    telling: /^\d{8}-?[A-Za-z]$/u,
    valid: (id) => SPANISH_LETTERS[remainder(id.slice(0, 8), 23)] === id[8],
  },
  {
    name: 'Spain’s NIE',
    shape: /^[XYZ]\d{7}[A-Z]$/u,
    telling: /^./u,
    valid: (id) => SPANISH_LETTERS[remainder(`${'XYZ'.indexOf(id.charAt(0))}${id.slice(1, 8)}`, 23)] === id[8],
  },
  { name: 'Italy’s codice fiscale', shape: /^[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z]$/u, telling: /^./u, valid: italian },
  {
    name: 'Finland’s personal code',
    shape: /^\d{6}[A-FU-Y]?\d{3}[\dA-Y]$/u,
    telling: /^\d{6}[-+A-FU-Y]\d{3}[\dA-Y]$/u,
    valid: (id) => born(id, 2, 0) && FINNISH_LETTERS[remainder(id.slice(0, 6) + id.slice(-4, -1), 31)] === id.at(-1),
  },
  {
    name: 'Ireland’s PPS number',
    shape: /^\d{7}[A-W][A-I]?$/u,
    valid: (id) => IRISH_LETTERS[(weighted(id, [8, 7, 6, 5, 4, 3, 2]) + 9 * (id.length > 8 ? id.charCodeAt(8) - 64 : 0)) % 23] === id[7],
  },
  { name: 'Chile’s RUT', shape: /^\d{7,8}[\dK]$/u, telling: /^\d{1,2}\.\d{3}\.\d{3}-[\dKk]$/u, valid: chilean },
  {
    name: 'the British national insurance number',
    shape: /^[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]$/u,
    telling: /^./u,
    valid: (id) => !/^(?:BG|GB|NK|KN|TN|NT|ZZ)/u.test(id),
  },
  {
    name: 'Singapore’s NRIC',
    shape: /^[STFG]\d{7}[A-Z]$/u,
    telling: /^./u,
    valid: (id) =>
      (/^[ST]/u.test(id) ? 'JZIHGFEDCBA' : 'XWUTRQPNMLK')[
        (weighted(id.slice(1), [2, 7, 6, 5, 4, 3, 2]) + (/^[TG]/u.test(id) ? 4 : 0)) % 11
      ] === id[8],
  },
  { name: 'India’s PAN', shape: /^[A-Z]{3}[ABCFGHLJPT][A-Z]\d{4}[A-Z]$/u, telling: /^./u, valid: () => true },
  { name: 'Mexico’s CURP', shape: /^[A-Z][AEIOUX][A-Z]{2}\d{6}[HM][A-Z]{5}[A-Z\d]\d$/u, telling: /^./u, valid: (id) => born(id, 6, 8) },
];
