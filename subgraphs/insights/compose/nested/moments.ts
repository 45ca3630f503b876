import type { Context } from '../context.ts';
import type { Comparison, Filter } from '../../plan/query-plan.ts';
import { isTemporal } from '../../model/model-index.ts';
import type { Piece } from './pieces.ts';
import { words } from './sentence-words.ts';
import { speaksOf } from './words.ts';

/** A year, a month or days of the week, as they are said without naming an attribute. */
export interface Moment {
  year: { operator: Comparison; value: number } | null;
  months: number[];
  weekdays: number[];
}

const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const WEEKDAYS = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');
const YEARS = { from: 1500, to: 2100 };
const OPERATORS: Readonly<Record<string, Comparison>> = { in: '=', during: '=', of: '=', year: '=', for: '=', after: '>', since: '>=', from: '>=', between: '>=', before: '<', until: '<=', through: '<=' }; // prettier-ignore

const isPlain = (piece: Piece | undefined): piece is Piece =>
  piece !== undefined && piece.values.length + piece.entities.length + piece.attributes.length === 0;

function yearOf(piece: Piece | undefined): number | null {
  const value = piece?.number ?? null;
  return isPlain(piece) && value !== null && Number.isInteger(value) && value >= YEARS.from && value <= YEARS.to ? value : null;
}

const BARE: Moment = { year: null, months: [], weekdays: [] };

/** A moment that begins at a piece, and how many pieces say it. */
export function momentAt(pieces: readonly Piece[], at: number): { moment: Moment; length: number } | null {
  const piece = pieces[at];
  const before = pieces[at - 1]?.text ?? '';
  const year = yearOf(piece);
  if (year !== null) {
    const named = MONTHS.includes(before) || (before === 'of' && MONTHS.includes(pieces[at - 2]?.text ?? ''));
    const range = (before === 'and' || before === 'to') && yearOf(pieces[at - 2]) !== null;
    const operator = range ? '<=' : named ? '=' : OPERATORS[before];
    return operator === undefined ? null : { moment: { ...BARE, year: { operator, value: year } }, length: 1 };
  }
  if (!isPlain(piece)) return null;
  const single = piece.text.replace(/s$/u, '');
  if (/^weekends?$/u.test(piece.text)) return { moment: { ...BARE, weekdays: [6, 7] }, length: 1 };
  if (/^weekdays$/u.test(piece.text) || (piece.text === 'weekday' && before !== 'each' && before !== 'by' && before !== 'per'))
    return { moment: { ...BARE, weekdays: [1, 2, 3, 4, 5] }, length: 1 };
  if (WEEKDAYS.includes(single) && ['on', 'and', 'or', 'every'].includes(before))
    return { moment: { ...BARE, weekdays: [WEEKDAYS.indexOf(single) + 1] }, length: 1 };
  const month = MONTHS.indexOf(piece.text);
  if (month < 0 || !['in', 'of', 'during', 'since', 'for'].includes(before)) return null;
  return { moment: { ...BARE, months: [month + 1] }, length: 1 };
}

const day = (year: number): string => `${year}-01-01`;

function yearFilter(attribute: string, { operator, value }: NonNullable<Moment['year']>): Filter {
  const from = operator === '=' || operator === '>=' ? day(value) : operator === '>' ? day(value + 1) : null;
  const to = operator === '=' || operator === '<=' ? day(value + 1) : operator === '<' ? day(value) : null;
  return { kind: 'time', field: { path: [], attribute }, from, to };
}

/** Texts of a column that name parts of the calendar. */
function named(values: readonly string[] | null | undefined, names: readonly string[], wanted: readonly number[]): string[] | null {
  if (values == null || values.length === 0) return null;
  const known = values.filter((value) => names.includes(value.trim().toLowerCase()));
  return known.length < values.length * 0.8
    ? null
    : known.filter((value) => wanted.includes(names.indexOf(value.trim().toLowerCase()) + 1));
}

/** The ways in which records of an entity can be held to a moment; `said` are the words before it. */
export function momentFilters(
  context: Context,
  entity: string,
  moment: Moment,
  said: readonly string[],
): { filter: Filter; score: number }[] {
  const found: { filter: Filter; score: number }[] = [];
  const facts = context.profile.entities[entity]?.attributes ?? {};
  context.model.entity(entity).attributes.forEach((attribute, index) => {
    const field = { path: [], attribute: attribute.name };
    const add = (filter: Filter): void =>
      void found.push({ filter, score: -index * 0.001 + (said.some((word) => words(attribute.label).some((name) => speaksOf(word, name))) ? 0.2 : 0) }); // prettier-ignore
    const { year, months, weekdays } = moment;
    if (isTemporal(attribute)) {
      if (year !== null) add(yearFilter(attribute.name, year));
      if (months.length > 0) add({ kind: 'datePart', field, part: 'month', values: months });
      if (weekdays.length > 0) add({ kind: 'datePart', field, part: 'weekday', values: weekdays });
    } else if (year !== null && attribute.type === 'INTEGER' && /year/iu.test(attribute.label) && words(attribute.label).includes('year'))
      add({ kind: 'compare', of: { kind: 'field', field }, operator: year.operator, value: year.value });
    else if (attribute.type === 'TEXT' && (months.length > 0 || weekdays.length > 0)) {
      const values = months.length > 0 ? named(facts[attribute.name]?.values, MONTHS, months) : named(facts[attribute.name]?.values, WEEKDAYS, weekdays); // prettier-ignore
      if (values !== null && values.length > 0) add({ kind: 'equals', field, values, negated: false });
    }
  });
  return found.toSorted((a, b) => b.score - a.score).slice(0, 2);
}
