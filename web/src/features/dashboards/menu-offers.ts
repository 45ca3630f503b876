import type { Content } from './content.ts';
import { groupedOf, partsOf, partsOverTime } from './chart-series.ts';

/** Periods that refinements understand. */
export const PERIODS = ['this year', 'last year', 'this quarter', 'last quarter', 'this month', 'last 12 months', 'all time'] as const;

/** What a number can be compared to. */
export const COMPARISONS = [
  { label: 'The period before', to: 'the period before' },
  { label: 'The year before', to: 'the year before' },
  { label: 'Nothing', to: null },
] as const;

const CALENDAR = ['Month', 'Quarter', 'Year'];
const MOST_SPLITS = 9;
const MOST_VALUES = 8;
/** Splits into more parts than these are lists, not charts. */
const MOST_PARTS = 60;

interface Dimension {
  label: string;
  values: number | null;
}

/** What a number can be split by, as people say it: dimensions of a few values, nearest first, then the calendar's. Pure. */
export function splitsOf(dimensions: readonly Dimension[]): readonly string[] {
  const few = dimensions.filter(({ values }) => values !== null && values > 1 && values <= MOST_PARTS);
  const labels = few.map(({ label }) => label.split(': ').at(-1) ?? label);
  return [...new Set(labels)].slice(0, MOST_SPLITS).concat(CALENDAR);
}

/** Values that a widget can be filtered to: those it shows. Pure. */
export function valuesOf(content: Content): readonly string[] {
  if (partsOverTime(content)) return [];
  const grouped = groupedOf(content).map(({ label }) => label);
  const names = grouped.length > 0 ? grouped : partsOf(content).map(({ name }) => name ?? '');
  return [...new Set(names)].filter((name) => name !== '' && name !== 'none').slice(0, MOST_VALUES);
}
