import { z } from 'zod';
import { columnTypeSchema } from '../../../../schema/events/discovered-schema.ts';
import { MAX_MISFITS, MAX_MISFIT_SHARE } from '../limits.ts';
import { DIGIT_PAIR, needsBoth, wordsOf } from './booleans.ts';
import { type ColumnTally, mostCounted } from './column-tally.ts';
import { type DayOrder, labelFor } from './dates.ts';
import { isEpochName } from './epochs.ts';
import { isCodeName, isDateName, isFlagName } from './names.ts';
import { type DecimalSign, currencyInName } from './numbers.ts';

/** How the values of a column are read: decided once from all of them, kept with the schema, used for every landing. */
export const columnFormatSchema = z.object({
  type: columnTypeSchema,
  decimal: z.enum(['.', ',']),
  order: z.enum(['MDY', 'DMY']),
  /** Eight digits are dates. */
  compactDates: z.boolean(),
  /** Numbers are moments, counted from 1970 in this unit. */
  epoch: z.enum(['s', 'ms']).nullable().default(null),
  /** Which placeholders stand for "no value" besides the empty text. */
  blanks: z.enum(['MACHINE', 'HUMAN', 'WORD']),
  currency: z.string().nullable(),
  /** How the values are written, for people. */
  label: z.string().nullable(),
});
export type ColumnFormat = z.infer<typeof columnFormatSchema>;

/** What the other columns say about the conventions of whoever wrote the file. */
export interface Conventions {
  order: DayOrder | null;
  decimal: DecimalSign | null;
}

export interface DecidedFormat {
  format: ColumnFormat;
  evidence: string[];
}

/** The conventions that the unambiguous values of some columns show; null where they show none or contradict one another. */
export function conventionsOf(tallies: readonly ColumnTally[]): Conventions {
  const sum = (pick: (tally: ColumnTally) => number): number => tallies.reduce((total, tally) => total + (pick(tally) > 0 ? 1 : 0), 0);
  const mdy = sum((tally) => (isDates(tally) ? tally.onlyMdy - tally.onlyDmy : 0));
  const dmy = sum((tally) => (isDates(tally) ? tally.onlyDmy - tally.onlyMdy : 0));
  const dot = sum((tally) => (fits(tally.numbers, tally.values) ? tally.onlyDot - tally.onlyComma : 0));
  const comma = sum((tally) => (fits(tally.numbers, tally.values) ? tally.onlyComma - tally.onlyDot : 0));
  return { order: mdy > dmy ? 'MDY' : dmy > mdy ? 'DMY' : null, decimal: dot > comma ? '.' : comma > dot ? ',' : null };
}

/**
 * The type and format of a column from the tally of all its values. A type holds when at least 98 % of the values, and all but a bounded number,
 * fit it; else the column is text, which everything fits.
 */
export function decideFormat(name: string, tally: ColumnTally, conventions: Conventions): DecidedFormat {
  if (tally.values === 0) return { format: textFormat('HUMAN'), evidence: ['has no values'] };
  return (
    decideBoolean(name, tally) ??
    decideEpoch(name, tally) ??
    decideDate(name, tally, conventions) ??
    decideNumber(name, tally, conventions) ??
    decideText(name, tally)
  );
}

/** The format of a column whose type its file says. A number with a currency at the end of its name is an amount of it, as elsewhere. */
export function declaredFormat(name: string, type: ColumnFormat['type']): DecidedFormat {
  const currency = type === 'INTEGER' || type === 'DECIMAL' ? currencyInName(name) : null;
  return { format: { ...base, type: currency === null ? type : 'MONEY', currency, blanks: 'MACHINE' }, evidence: [] };
}

const base = { decimal: '.', order: 'MDY', compactDates: false, epoch: null, blanks: 'WORD', currency: null, label: null } as const;
const textFormat = (blanks: ColumnFormat['blanks']): ColumnFormat => ({ ...base, type: 'TEXT', blanks });
const fits = (count: number, values: number): boolean =>
  values > 0 && values - count <= Math.min(Math.floor(values * MAX_MISFIT_SHARE), MAX_MISFITS);
const isDates = (tally: ColumnTally): boolean => fits(tally.dates - tally.compactDates, tally.values);
const of = (count: number, all: number): string => `${count.toLocaleString('en-US')} of ${all.toLocaleString('en-US')} values`;

function decideBoolean(name: string, tally: ColumnTally): DecidedFormat | null {
  const total = tally.booleans.reduce((sum, pair) => sum + pair.yes + pair.no, 0);
  if (!fits(total, tally.values)) return null;
  const used = [...tally.booleans.entries()].filter(([, pair]) => pair.yes + pair.no > 0);
  const words = used.filter(([pair]) => pair !== DIGIT_PAIR);
  if (words.length > 1 || used.length === 0) return null;
  const [pair, counts] = words[0] ?? used[0] ?? [DIGIT_PAIR, { yes: 0, no: 0 }];
  if (words.length === 0 && !isFlagName(name)) return null;
  if (needsBoth(pair) && (counts.yes === 0 || counts.no === 0) && !isFlagName(name)) return null;
  const label = wordsOf(pair);
  return { format: { ...base, type: 'BOOLEAN', label }, evidence: [`${of(total, tally.values)} are ${label}`] };
}

function decideDate(name: string, tally: ColumnTally, conventions: Conventions): DecidedFormat | null {
  if (!fits(tally.dates, tally.values)) return null;
  const compactDates = tally.compactDates > 0;
  // Eight digits that happen to be dates: believed when the name says so or too many for chance.
  if (compactDates && tally.compactDates * 2 > tally.dates && !isDateName(name) && tally.values < 30) return null;
  const { order, why } = decideOrder(tally, conventions);
  const right = tally.fixedDates + (order === 'MDY' ? tally.mdy : tally.dmy);
  if (!fits(right, tally.values)) return null;
  const label = labelFor(mostCounted(tally.dateLabels) ?? 'YYYY-MM-DD', order);
  const evidence = [`${of(right, tally.values)} are dates, most written ${label}`, ...why];
  const timed = tally.withTimeOfDay > 0;
  if (tally.withTime > 0 && !timed) evidence.push('every time is midnight, so only the date is kept');
  if (tally.monthOnly > 0) evidence.push('a month without a day is taken as its first day');
  if (tally.twoDigitYears > 0) evidence.push('years of two digits are read as 1969 to 2068');
  return { format: { ...base, type: timed ? 'DATETIME' : 'DATE', order, compactDates, label }, evidence };
}

function decideEpoch(name: string, tally: ColumnTally): DecidedFormat | null {
  const epoch = fits(tally.epochSeconds, tally.values) ? 's' : fits(tally.epochMilliseconds, tally.values) ? 'ms' : null;
  if (epoch === null || !isEpochName(name)) return null;
  const [count, unit] = epoch === 's' ? [tally.epochSeconds, 'seconds'] : [tally.epochMilliseconds, 'milliseconds'];
  const label = `${unit} since 1970`;
  return { format: { ...base, type: 'DATETIME', epoch, label }, evidence: [`${of(count, tally.values)} are ${label}`] };
}

function decideOrder(tally: ColumnTally, conventions: Conventions): { order: DayOrder; why: string[] } {
  const either = tally.mdy + tally.dmy;
  if (either === 0) return { order: conventions.order ?? 'MDY', why: [] };
  const said = (order: DayOrder): string => (order === 'MDY' ? 'month first' : 'day first');
  if (tally.onlyMdy !== tally.onlyDmy) {
    const order = tally.onlyMdy > tally.onlyDmy ? 'MDY' : 'DMY';
    return { order, why: [`${Math.max(tally.onlyMdy, tally.onlyDmy).toLocaleString('en-US')} of them can only be read ${said(order)}`] };
  }
  if (conventions.order)
    return {
      order: conventions.order,
      why: [`each could be read month first or day first; other date columns are ${said(conventions.order)}`],
    };
  if (tally.mdy > 2 && tally.secondIsOne === tally.mdy && tally.firstIsOne < tally.mdy) {
    return { order: 'MDY', why: ['read month first, every date is then the first of a month'] };
  }
  if (tally.mdy > 2 && tally.firstIsOne === tally.mdy && tally.secondIsOne < tally.mdy) {
    return { order: 'DMY', why: ['read day first, every date is then the first of a month'] };
  }
  const order = tally.dashedOrDotted * 2 > tally.mdy ? 'DMY' : 'MDY';
  return {
    order,
    why: [`ambiguous: every date could be read month first or day first; taken as ${said(order)} because of how it is separated`],
  };
}

function decideNumber(name: string, tally: ColumnTally, conventions: Conventions): DecidedFormat | null {
  if (!fits(tally.numbers, tally.values) || isCodeName(name)) return null;
  if (tally.leadingZeros > tally.numbers * 0.001) return null;
  // `12M` alone may be months, `3B` a seat: letters scale when there is money, a fraction, or more than one of them.
  const scales = tally.scaledFractions > 0 || tally.scales.size > 1 || tally.withCurrency * 2 >= tally.values;
  if (tally.scaled > 0 && !scales) return null;
  const { decimal, why } = decideDecimal(tally, conventions);
  const right = decimal === '.' ? tally.dotNumbers : tally.commaNumbers;
  if (!fits(right, tally.values)) return null;
  const ambiguousFractions = decimal === '.' ? tally.ambiguousDots : tally.ambiguousCommas;
  const format: ColumnFormat = { ...base, type: tally.fractions + ambiguousFractions > 0 ? 'DECIMAL' : 'INTEGER', decimal };
  const evidence = [...why];
  if (tally.scaled > 0) evidence.push('K, M and B stand for thousands, millions and billions');
  if (tally.percents > 0) {
    // A number without the sign would be a hundred times larger: only zero may lack it.
    if (!fits(tally.percents + tally.zeros, tally.values)) return null;
    return {
      format: { ...format, type: 'PERCENT', label: '12 %' },
      evidence: [`${of(tally.percents, tally.values)} end in %`, ...evidence],
    };
  }
  const named = currencyInName(name);
  // Nothing costs nothing in any currency: a bare 0 says neither.
  if ((tally.withCurrency > 0 && tally.withCurrency * 2 >= tally.values - tally.zeros) || named !== null) {
    const currency = tally.currencies.size === 1 ? mostCounted(tally.currencies) : tally.currencies.size === 0 ? named : null;
    if (tally.currencies.size > 1) evidence.push(`amounts are in ${[...tally.currencies.keys()].join(', ')}`);
    else evidence.unshift(tally.withCurrency > 0 ? `${of(tally.withCurrency, tally.values)} carry a currency` : `the name says ${named}`);
    const sample = `${tally.grouped > 0 ? (decimal === '.' ? '1,234' : '1.234') : '1234'}${tally.fractions > 0 ? `${decimal}50` : ''}`;
    return { format: { ...format, type: 'MONEY', currency, label: currency ? `${sample} ${currency}` : sample }, evidence };
  }
  if (tally.withCurrency > 0) evidence.push(`${of(tally.withCurrency, tally.values)} carry a currency`);
  evidence.unshift(`${of(right, tally.values)} are ${format.type === 'INTEGER' ? 'whole numbers' : 'numbers'}`);
  if (tally.pointZeros > 0 && format.type === 'INTEGER') evidence.push('every fraction is .0');
  if (tally.grouped > 0) format.label = decimal === '.' ? '1,234.5' : '1.234,5';
  else if (decimal === ',' && format.type === 'DECIMAL') format.label = '1234,5';
  return { format, evidence };
}

function decideDecimal(tally: ColumnTally, conventions: Conventions): { decimal: DecimalSign; why: string[] } {
  if (tally.onlyDot !== tally.onlyComma) return { decimal: tally.onlyDot > tally.onlyComma ? '.' : ',', why: [] };
  if (tally.ambiguousDots + tally.ambiguousCommas === 0) return { decimal: conventions.decimal ?? '.', why: [] };
  const written = tally.ambiguousCommas > tally.ambiguousDots ? '1,234' : '1.234';
  if (conventions.decimal)
    return {
      decimal: conventions.decimal,
      why: [`values such as ${written} are read with the decimal sign that the rest of the file has`],
    };
  return { decimal: '.', why: [`ambiguous: values such as ${written} are read with a decimal point`] };
}

function decideText(name: string, tally: ColumnTally): DecidedFormat {
  const rare = tally.placeholders.HUMAN * 2 <= tally.values;
  const evidence: string[] = [];
  if (fits(tally.numbers, tally.values)) {
    if (isCodeName(name)) evidence.push('digits, kept as text because of the name');
    else if (tally.leadingZeros > 0) evidence.push('digits, kept as text because of leading zeros');
  } else if (tally.numbers * 2 > tally.values)
    evidence.push(`${of(tally.numbers, tally.values)} are numbers, too few to call the column one`);
  else if (tally.dates * 2 > tally.values) evidence.push(`${of(tally.dates, tally.values)} are dates, too few to call the column one`);
  return { format: textFormat(rare ? 'HUMAN' : 'MACHINE'), evidence };
}
