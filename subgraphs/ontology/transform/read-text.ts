import type { StepOf } from './steps.ts';

/** What a text says when it is read as a person wrote it. */
export type Reading = 'NUMBER' | 'DATE' | 'FLAG' | 'BLANK' | 'TEXT';

const FLAGS = new Set(['yes', 'y', 'true', 't', 'on', 'x', 'ja', 'oui', 'si', 'sí', 'no', 'n', 'false', 'f', 'off', 'nein', 'non']);
const CLUTTER = /[$€£¥₹₽₩\s\u00a0\u202f'’_]|\b[A-Z]{3}\b/g;
const NUMBER = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d{1,2})?$/;
const SCALED = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:k|m|mio|mn|mm|bn|b|%)$/;
const DATES = {
  YMD: /^(?<y>\d{4})[-/. ](?<m>\d{1,2})[-/. ](?<d>\d{1,2})$/,
  DMY: /^(?<d>\d{1,2})[-/. ](?<m>\d{1,2})[-/. ](?<y>\d{4}|\d{2})$/,
  MDY: /^(?<m>\d{1,2})[-/. ](?<d>\d{1,2})[-/. ](?<y>\d{4}|\d{2})$/,
} as const;

/** Reads one text as the step's SQL does: the two agree, which a property test holds them to. */
export function readText(value: string, { decimal, dates, blanks }: StepOf<'COERCE'>): Reading {
  const text = value.trim();
  if (text === '' || blanks.some((blank) => blank.trim().toLowerCase() === text.toLowerCase())) return 'BLANK';
  if (dates !== null) {
    const found = DATES[dates].exec(text)?.groups;
    if (found !== undefined) return isDay(found['y'] ?? '', found['m'] ?? '', found['d'] ?? '') ? 'DATE' : 'TEXT';
  }
  if (FLAGS.has(text.toLowerCase())) return 'FLAG';
  return isNumber(text, decimal) ? 'NUMBER' : 'TEXT';
}

/** Whether a number is written with something that only people write: a currency, groups, `k`, brackets. */
export const isWrittenOut = (value: string): boolean => /[$€£¥₹₽₩,()%]|\d\s?(?:k|m|mio|mn|mm|bn|b)$|\b[A-Z]{3}\b/i.test(value.trim());

function isNumber(text: string, decimal: '.' | ','): boolean {
  const groups = decimal === '.' ? ',' : '.';
  const plain = text.replaceAll(groups, '').replace(CLUTTER, '').replaceAll(decimal, '.').toLowerCase();
  const signed = /^\(.*\)$/.test(plain)
    ? `-${plain.replace(/^[()]+|[()]+$/g, '')}`
    : /^[^-].*-$/.test(plain)
      ? `-${plain.replace(/-+$/, '')}`
      : plain;
  return NUMBER.test(signed) || SCALED.test(signed);
}

function isDay(y: string, m: string, d: string): boolean {
  const year = y.length === 4 ? Number(y) : (Number(y) < 70 ? 2000 : 1900) + Number(y);
  const date = new Date(Date.UTC(2000, Number(m) - 1, Number(d)));
  date.setUTCFullYear(year, Number(m) - 1, Number(d));
  return year > 0 && date.getUTCMonth() === Number(m) - 1 && date.getUTCDate() === Number(d);
}
