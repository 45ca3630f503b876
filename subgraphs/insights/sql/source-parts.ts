import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { addDays, periodOf } from '../language/calendar.ts';
import type { ModelIndex } from '../model/model-index.ts';
import type { FieldRef, Filter, Grain, Period, QueryPlan, Source } from '../plan/query-plan.ts';
import { compileFilter, utc } from './conditions.ts';
import { bucketOf, compileGrain, later } from './grains.ts';
import { JoinBook } from './joins.ts';

/** Finest first: the buckets of a calendar are those of its finest grain. */
const FINEST: readonly Grain[] = ['day', 'week', 'month', 'quarter', 'fiscalQuarter', 'year', 'fiscalYear'];
const CALENDAR = 'cal';

const same = (a: FieldRef, b: FieldRef | null): boolean => b !== null && JSON.stringify(a) === JSON.stringify(b);

/** The period as the dates of shifted records have it: a year before, for what is moved by a year. */
function periodFilter({ timeField, shift, span }: Source, period: Period | null): Filter[] {
  if (period === null || timeField === null || span !== undefined) return [];
  const back = (day: string | null): string | null => (day === null || shift === undefined ? day : periodOf(shift.unit, day, -shift.count));
  return [{ kind: 'time', field: timeField, from: back(period.from), to: back(period.to) }];
}

/** The day before which things are told: the end of the period, but never beyond what is known of. */
function endOf(asOf: string, period: Period | null): string {
  const known = addDays(asOf, 1);
  return period?.to != null && period.to < known ? period.to : known;
}

/** One source of a plan while it is compiled: what it is grouped by, what has to hold of its records, and the joins that takes. */
export class SourceParts {
  readonly book: JoinBook;
  readonly #plan: QueryPlan;
  readonly #source: Source;
  readonly #calendar: string | null;

  constructor(plan: QueryPlan, source: Source, model: ModelIndex, alias: string) {
    this.#plan = plan;
    this.#source = source;
    this.book = new JoinBook(model, source.entity, alias, source.timeField);
    this.#calendar = source.span === undefined || !plan.groupBy.some((_, at) => this.#timed(at)) ? null : `${alias}_${CALENDAR}`;
    if (this.#calendar !== null) this.#joinCalendar(this.#calendar);
  }

  /**
   * What records are grouped by: its columns, and the places of those that tell groups apart. What a record is called follows from which it is;
   * groups by both would be taken for so many that the database does not work on them side by side.
   */
  groups(): { columns: RawBuilder<unknown>[]; places: number[] } {
    const places: number[] = [];
    let place = 0;
    for (const [index, { entity }] of this.#plan.groupBy.entries()) {
      const named = entity !== null && this.book.titleIsText(this.#source.keys[index]?.path ?? []);
      places.push(...(entity === null ? [(place += 1)] : named ? [(place += 2)] : [(place += 1), (place += 1)]));
    }
    return { columns: this.dimensions((title, path) => (this.book.titleIsText(path) ? sql`min(${title})` : title)), places };
  }

  /** Dimension columns `d0`, and for entities `d0_id`, so that two records of one name stay two. */
  dimensions(told: (title: RawBuilder<unknown>, path: string[]) => RawBuilder<unknown> = (title) => title): RawBuilder<unknown>[] {
    const { book } = this;
    return this.#plan.groupBy.flatMap((dimension, index) => {
      const key = this.#source.keys[index];
      if (key === undefined) throw new Error('A dimension without a key');
      const name = `d${index}`;
      if (dimension.entity !== null)
        return [sql`${told(book.title(key.path), key.path)} as ${sql.id(name)}`, sql`${book.column(key)} as ${sql.id(`${name}_id`)}`];
      const value =
        dimension.grain === null ? book.column(key) : compileGrain(dimension.grain, this.#moment(index, key), book.model.calendar);
      return [sql`${value} as ${sql.id(name)}`];
    });
  }

  /** What has to hold of its records. */
  conditions(period: Period | null): RawBuilder<unknown>[] {
    const source = this.#source;
    const filters = [...source.filters, ...periodFilter(source, period)];
    this.#plan.groupBy.forEach((dimension, index) => {
      const key = source.keys[index];
      if (!dimension.keepBlank && key !== undefined) filters.push({ kind: 'blank', field: key, negated: true });
    });
    return [...filters.map((filter) => compileFilter(filter, this.book)), ...this.#standing(period)];
  }

  /** The day a record happened on, moved as the source is. */
  day(): RawBuilder<unknown> {
    const { timeField, shift } = this.#source;
    if (timeField === null) throw new Error('A balance without a date');
    return sql`${later(utc(this.book, timeField), shift)}::date`;
  }

  #timed(index: number): boolean {
    const key = this.#source.keys[index];
    return this.#plan.groupBy[index]?.grain != null && key !== undefined && same(key, this.#source.timeField);
  }

  #moment(index: number, key: FieldRef): RawBuilder<unknown> {
    if (this.#calendar !== null && this.#timed(index)) return sql.id(this.#calendar, 'd');
    return later(utc(this.book, key), this.#timed(index) ? this.#source.shift : undefined);
  }

  /** Records that stood at the end of the period; with a calendar, its join says so of every bucket. */
  #standing(period: Period | null): RawBuilder<unknown>[] {
    const { span } = this.#source;
    if (span === undefined || this.#calendar !== null) return [];
    return this.#stands(sql`${endOf(span.asOf, period)}::date`);
  }

  #stands(end: RawBuilder<unknown>): RawBuilder<unknown>[] {
    const { span, shift } = this.#source;
    if (span === undefined) return [];
    const at = (field: FieldRef): RawBuilder<unknown> => later(utc(this.book, field), shift);
    const left = span.end === null ? [] : [sql`(${this.book.column(span.end)} is null or ${at(span.end)} >= ${end})`];
    return [sql`${at(span.start)} < ${end}`, ...left];
  }

  #joinCalendar(alias: string): void {
    const { book } = this;
    const { span, shift } = this.#source;
    const grains = new Set(
      this.#plan.groupBy.flatMap((dimension, at) => (this.#timed(at) && dimension.grain !== null ? [dimension.grain] : [])),
    );
    const finest = FINEST.find((grain) => grains.has(grain));
    if (span === undefined || finest === undefined) return;
    const { period } = this.#plan;
    const inner = book.child(this.#source.entity, `${book.root}_f`);
    const earliest = later(utc(inner, span.start), shift);
    const first = period?.from == null ? sql`(select min(${earliest})${inner.from()})` : sql`${period.from}::timestamp`;
    const end = sql`${endOf(span.asOf, period)}::timestamp`;
    const bucket = bucketOf(finest, first, book.model.calendar);
    if (bucket === null) return;
    const days = sql`(select g.d, least(g.d + ${bucket.step}, ${end}) as e from generate_series(${bucket.start}::timestamp, ${end} - interval '1 day', ${bucket.step}) as g(d)) as ${sql.id(alias)}`;
    book.join(sql`\njoin ${days} on ${sql.join(this.#stands(sql.id(alias, 'e')), sql` and `)}`);
  }
}
