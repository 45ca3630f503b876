import type { ColumnType, DiscoveredColumn } from '../../../schema/events/discovered-schema.ts';
import { isWrittenOut, readText } from './read-text.ts';
import type { StepOf } from './steps.ts';
import type { SuggestedTransform } from './shaped.ts';

/** Words that stand for nothing. */
const BLANKS = [
  'n/a',
  'na',
  'n.a.',
  '-',
  '--',
  '—',
  'none',
  'null',
  'nil',
  'tbd',
  'tba',
  'unknown',
  '?',
  '#n/a',
  '#ref!',
  '#div/0!',
  'not available',
  'missing',
];
/** A column is read so when this share of its records is of the kind. */
const LEAST_SHARE = 0.9;
/** Fewer different values tell nothing of how a column is written. */
const LEAST_VALUES = 3;
/** Digits that name a thing are no number of it. */
const NAMES_THINGS =
  /(?:^|[^a-z])(?:id|ids|code|zip|postcode|postal|phone|mobile|fax|sku|number|no|nr|ref|reference|version|year|isbn|iban|key)(?:[^a-z]|$)/i;

const ORDERS: readonly NonNullable<StepOf<'COERCE'>['dates']>[] = ['DMY', 'MDY', 'YMD'];
const step = (decimal: '.' | ',', dates: StepOf<'COERCE'>['dates'], blanks: readonly string[]): StepOf<'COERCE'> => ({
  kind: 'COERCE',
  decimal,
  dates,
  blanks: [...blanks],
});

/** Distinct values of a column that are known, with how many records carry each. */
export function weighed({ profile }: DiscoveredColumn): Map<string, number> {
  const values = new Map(profile.topValues.map(({ value, count }) => [value, count]));
  for (const example of profile.examples) if (!values.has(example)) values.set(example, 1);
  return values;
}

/** Tells a text column whose values are numbers or dates as people write them; null when they are not, or only name things. */
export function detectCoercion(column: DiscoveredColumn): SuggestedTransform | null {
  if (column.type !== 'TEXT') return null;
  const values = weighed(column);
  if (values.size < LEAST_VALUES) return null;
  const blanks = BLANKS.filter((word) => [...values.keys()].some((value) => value.trim().toLowerCase() === word));
  return detectNumbers(column, values, blanks) ?? detectDates(values, blanks);
}

function detectNumbers(
  column: DiscoveredColumn,
  values: ReadonlyMap<string, number>,
  blanks: readonly string[],
): SuggestedTransform | null {
  if (NAMES_THINGS.test(column.name.replace(/([a-z])([A-Z])/g, '$1_$2'))) return null;
  const texts = [...values.keys()];
  // A nought in front of digits is kept by those who write codes only.
  if (texts.some((value) => /^0\d/.test(value.trim()))) return null;
  const written = texts.filter((value) => isWrittenOut(value));
  if (written.length === 0 && blanks.length === 0) return null;
  const commas = texts.filter((value) => /\d,\d{1,2}(?:\D|$)/.test(value) && !/\d\.\d{1,2}(?:\D|$)/.test(value)).length;
  const points = texts.filter((value) => /\d\.\d{1,2}(?:\D|$)/.test(value)).length;
  const coerce = step(commas > points ? ',' : '.', null, blanks);
  const share = shareOf(values, (value) => readText(value, coerce), 'NUMBER');
  if (share < LEAST_SHARE) return null;
  const type: ColumnType = texts.some((value) => /[$€£¥₹]|\b[A-Z]{3}\b/.test(value))
    ? 'MONEY'
    : texts.every((value) => readText(value, coerce) !== 'NUMBER' || value.includes('%'))
      ? 'PERCENT'
      : 'DECIMAL';
  return { transform: [coerce], type, confidence: confidenceOf(share), evidence: evidenceOf('numbers', share, written, blanks) };
}

function detectDates(values: ReadonlyMap<string, number>, blanks: readonly string[]): SuggestedTransform | null {
  const shares = ORDERS.map((order) => ({ order, share: shareOf(values, (value) => readText(value, step('.', order, blanks)), 'DATE') }));
  const [best, next] = shares.toSorted((a, b) => b.share - a.share);
  if (best === undefined || best.share < LEAST_SHARE) return null;
  // Day and month cannot be told apart where no day is above 12.
  const sure = next === undefined || next.share < best.share;
  const evidence = evidenceOf('dates', best.share, [...values.keys()], blanks);
  return {
    transform: [step('.', best.order, blanks)],
    type: 'DATE',
    confidence: sure ? confidenceOf(best.share) : 0.5,
    evidence: sure ? evidence : [...evidence, 'day and month could be the other way round: no value tells'],
  };
}

function shareOf(values: ReadonlyMap<string, number>, read: (value: string) => string, kind: string): number {
  let [all, hits] = [0, 0];
  for (const [value, count] of values) {
    const reading = read(value);
    if (reading === 'BLANK') continue;
    all += count;
    if (reading === kind) hits += count;
  }
  return all === 0 ? 0 : hits / all;
}

const confidenceOf = (share: number): number => Math.min(0.97, share);

function evidenceOf(kind: string, share: number, written: readonly string[], blanks: readonly string[]): string[] {
  const such = written.slice(0, 3).map((value) => `“${value.slice(0, 40)}”`);
  const evidence = [
    `${Math.round(share * 100)} % of the values seen are ${kind} written as text${such.length === 0 ? '' : `, such as ${such.join(', ')}`}`,
  ];
  if (blanks.length > 0)
    evidence.push(`${blanks.map((word) => `“${word}”`).join(', ')} stand${blanks.length === 1 ? 's' : ''} for nothing`);
  return evidence;
}
