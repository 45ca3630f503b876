/** Which sign separates the fraction; grouped and ambiguous numbers can allow both readings. */
export const DOT = 1;
export const COMMA = 2;
export type DecimalSign = '.' | ',';

export interface NumberShape {
  /** DOT, COMMA or both: the readings under which this is a number. */
  readings: number;
  /** The reading matters: `1,234` is 1234 or 1.234. */
  ambiguous: boolean;
  /** A fraction other than exactly `.0` is written. */
  fraction: boolean;
  /** The fraction is exactly `.0`, as programs print whole numbers in a column with gaps. */
  pointZero: boolean;
  /** Whole digits start with a zero that carries no value: `007`. */
  leadingZero: boolean;
  grouped: boolean;
  /** ISO 4217 code, when the value carries a currency. */
  currency: string | null;
  percent: boolean;
  /** Power of ten that a letter after the digits stands for: 3 for `12K`, 6 for `1.8M`; 0 without one. */
  scale: number;
  /** Digits and separators only; sign apart. */
  body: string;
  negative: boolean;
}

const MAX_EXACT_DIGITS = 15;
const SCALES: Record<string, number> = { k: 3, K: 3, M: 6, m: 6, mn: 6, Mn: 6, B: 9, b: 9, bn: 9, Bn: 9 };
const SCALED = /^(.*\d)\s?([KkMmBb]|[Mm]n|[Bb]n)$/u;
const SYMBOLS: Record<string, string> = {
  $: 'USD', 'US$': 'USD', '€': 'EUR', '£': 'GBP', '¥': 'JPY', '₹': 'INR', 'Rs': 'INR', 'Rs.': 'INR', '₽': 'RUB', '₩': 'KRW', '₪': 'ILS', '₺': 'TRY',
  '₫': 'VND', '₴': 'UAH', '₦': 'NGN', '฿': 'THB', '₱': 'PHP', R$: 'BRL', A$: 'AUD', C$: 'CAD', CA$: 'CAD', AU$: 'AUD', HK$: 'HKD', NZ$: 'NZD', S$: 'SGD',
  NT$: 'TWD', MX$: 'MXN', zł: 'PLN', Kč: 'CZK', kr: 'SEK', 'kr.': 'DKK', 'Fr.': 'CHF', RM: 'MYR', Rp: 'IDR',
}; // prettier-ignore
const CODES =
  'USD EUR GBP JPY CHF CAD AUD NZD CNY RMB INR BRL MXN ZAR SEK NOK DKK PLN CZK HUF RON BGN TRY RUB UAH ILS AED SAR QAR KWD EGP NGN KES SGD HKD TWD KRW THB IDR MYR PHP VND ARS CLP COP PEN PKR BDT LKR'.split(
    ' ',
  );
const CODE_SET = new Set(CODES);
const escaped = Object.keys(SYMBOLS)
  .toSorted((a, b) => b.length - a.length)
  .map((symbol) => symbol.replaceAll(/[$.]/gu, String.raw`\$&`));
const MARK = `(?:${escaped.join('|')}|${CODES.join('|')})`;
const SPACES = String.raw`[ \u00a0\u202f\u2009]`;
const PREFIX = new RegExp(`^(${MARK})${SPACES}*(?=[-+(\\d.,])`, 'iu');
const SUFFIX = new RegExp(`(?<=[\\d.,)])${SPACES}*(${MARK})$`, 'iu');
/** A number starts with a digit, a sign, a separator, a bracket or a currency. */
const MAYBE = /^[-+(\d.,\u2212\p{Sc}]|^(?:[A-Za-zŁłČč]{1,3}[.$]?\s*[-+(\d.,])/u;

const whole = (group: string): string => String.raw`(?:\d+|\d{1,3}(?:[${group}]\d{3})+|\d{1,3}(?:${SPACES}\d{3})+|\d{1,3}(?:['’]\d{3})+`;
const DOT_BODY = new RegExp(String.raw`^${whole(',')}|\d{1,2}(?:,\d{2})+,\d{3})?(?:\.\d*)?(?:[eE][+-]?\d{1,3})?$`, 'u');
const COMMA_BODY = new RegExp(String.raw`^${whole('.')})?(?:,\d*)?$`, 'u');

/** What kind of number a trimmed value is, or null when it is none. Numbers of more than 15 whole digits are codes, not numbers. */
export function readNumber(value: string): NumberShape | null {
  const plain = readPlain(value);
  if (plain !== undefined) return plain;
  if (value.length > 40 || !MAYBE.test(value)) return null;
  let body = value.replace('\u2212', '-');
  let negative = false;
  let currency: string | null = null;
  let percent = false;
  const sign = (): void => {
    if (body.startsWith('(') && body.endsWith(')')) {
      negative = true;
      body = body.slice(1, -1).trim();
    } else if (body.startsWith('-')) {
      negative = true;
      body = body.slice(1).trim();
    } else if (body.startsWith('+')) body = body.slice(1).trim();
    else if (body.endsWith('-')) {
      negative = true;
      body = body.slice(0, -1).trim();
    }
  };
  sign();
  if (body.endsWith('%')) {
    percent = true;
    body = body.slice(0, -1).trim();
  } else {
    const mark = PREFIX.exec(body) ?? SUFFIX.exec(body);
    if (mark?.[1] !== undefined) {
      currency = currencyOf(mark[1]);
      const attached = /^[A-Za-z]+$/u.test(mark[0]);
      body = (mark.index === 0 ? body.slice(mark[0].length) : body.slice(0, mark.index)).trim();
      if (!negative) sign();
      // `RM1001` and `COP123` are codes sooner than amounts.
      if (attached && !/[.,]\d{2}$/u.test(body)) return null;
    }
  }
  const scaled = percent ? null : SCALED.exec(body);
  // A small m is minutes or metres, unless money stands before it.
  const scale = scaled?.[2] === undefined || (/^[mb]$/u.test(scaled[2]) && currency === null) ? 0 : (SCALES[scaled[2]] ?? 0);
  const read = readBody(scale === 0 ? body : (scaled?.[1] ?? body), negative, currency, percent);
  return read === null || scale === 0 ? read : { ...read, scale };
}

/** The number a shape stands for under one reading, percent as a fraction; null when it is not a number under it. */
export function toNumber(shape: NumberShape, decimal: DecimalSign): number | null {
  if ((shape.readings & (decimal === '.' ? DOT : COMMA)) === 0) return null;
  let digits = shape.body;
  if (shape.grouped) digits = digits.replaceAll(/[ \u00a0\u202f\u2009'’]/gu, '');
  digits = decimal === '.' ? digits.replaceAll(',', '') : digits.replaceAll('.', '').replace(',', '.');
  let number = Number(shape.scale === 0 || /e/iu.test(digits) ? digits : `${digits}e${shape.scale}`);
  if (!Number.isFinite(number)) return null;
  // 12.3 / 100 is 0.12300000000000001: divide in decimal, by moving the exponent.
  if (shape.percent) number = Number(/e/iu.test(digits) ? number / 100 : `${digits}e-2`);
  return shape.negative && number !== 0 ? -number : number;
}

/** ISO 4217 code named by the last word of a column's name: `Unit Cost USD`, `price_eur`. */
export function currencyInName(name: string): string | null {
  const last = /(?:^|[^A-Za-z])([A-Za-z]{3})\)?$/u.exec(name)?.[1]?.toUpperCase();
  return last !== undefined && ['USD', 'EUR', 'GBP', 'JPY', 'CHF', 'INR', 'AUD', 'BRL', 'CNY'].includes(last) ? last : null;
}

function currencyOf(mark: string): string {
  const upper = mark.toUpperCase();
  if (CODE_SET.has(upper)) return upper === 'RMB' ? 'CNY' : upper;
  const symbol = Object.keys(SYMBOLS).find((candidate) => candidate.toUpperCase() === upper);
  return (symbol && SYMBOLS[symbol]) ?? upper.slice(0, 3);
}

const shape = (body: string, over: Partial<NumberShape> = {}): NumberShape => ({
  readings: DOT | COMMA, ambiguous: false, fraction: false, pointZero: false, leadingZero: false, grouped: false, currency: null, percent: false, scale: 0, body, negative: false, ...over,
}); // prettier-ignore

/** The common case, digits with an optional minus and one dot, without regular expressions; undefined = look closer. */
function readPlain(value: string): NumberShape | null | undefined {
  const length = value.length;
  let at = value.charCodeAt(0) === 45 ? 1 : 0;
  const first = value.charCodeAt(at);
  if (!(first >= 48 && first <= 57)) return undefined;
  const start = at;
  let dot = -1;
  for (; at < length; at++) {
    const code = value.charCodeAt(at);
    if (code >= 48 && code <= 57) continue;
    if (code !== 46 || dot >= 0) return undefined;
    dot = at;
  }
  const digits = (dot < 0 ? length : dot) - start;
  if (digits > MAX_EXACT_DIGITS) return null;
  const negative = start === 1;
  const body = negative ? value.slice(1) : value;
  const leadingZero = digits > 1 && first === 48;
  if (dot < 0) return shape(body, { negative, leadingZero });
  const fractionDigits = length - dot - 1;
  const ambiguous = fractionDigits === 3 && digits <= 3 && first !== 48;
  const pointZero = fractionDigits === 1 && value.endsWith('0');
  return shape(body, {
    readings: ambiguous ? DOT | COMMA : DOT,
    ambiguous,
    fraction: !pointZero && !ambiguous,
    pointZero,
    leadingZero,
    negative,
  });
}

function readBody(body: string, negative: boolean, currency: string | null, percent: boolean): NumberShape | null {
  // `E1` and `1E5` are codes: an exponent belongs to a fraction or has a sign of its own.
  if (!/^[.,]?\d/u.test(body) || /^\d+e\d/iu.test(body)) return null;
  const readings = (DOT_BODY.test(body) ? DOT : 0) | (COMMA_BODY.test(body) ? COMMA : 0);
  if (readings === 0) return null;
  const wholePart = (readings & DOT ? body.replace(/\..*$|e.*$/iu, '') : body.replace(/,.*$/u, '')).replaceAll(/\D/gu, '');
  if (wholePart.length > MAX_EXACT_DIGITS) return null;
  const grouped = /[,.]\d+[,.]|[ \u00a0\u202f\u2009'’]|,\d{3}(?!\d)|\.\d{3}(?!\d)/u.test(body);
  const ambiguous = readings === (DOT | COMMA) && /[.,]/u.test(body);
  const last = Math.max(body.lastIndexOf('.'), body.lastIndexOf(','));
  const fraction =
    ambiguous || last < 0 ? false : readings === DOT ? /\.\d|e-/iu.test(body) : readings === COMMA ? /,\d/u.test(body) : false;
  return shape(body, {
    readings, ambiguous, fraction, grouped, currency, percent, negative,
    leadingZero: wholePart.length > 1 && wholePart.startsWith('0'),
  }); // prettier-ignore
}
