import type { StoredView } from '../stored-view.ts';
import type { WidgetKind } from '../widget.type.ts';
import type { Column } from './columns.ts';

/** A list of a result, by what its columns are. */
export interface ListColumns {
  rows: number;
  numbers: readonly Column[];
  date: Column | null;
  /** What names a row. */
  named: Column | null;
  categories: readonly Column[];
}
/** A way to draw a list: the columns that stand for its parts, and how rows of one place come to one value. */
export interface Drawing {
  kind: WidgetKind;
  by: Column | null;
  series: Column | null;
  values: readonly Column[];
  aggregate: StoredView['aggregate'];
}

/** More bars than these are not read side by side. */
const MAX_BARS = 31;
/** More slices, series or stages than these are not told apart. */
const MAX_PARTS = 8;
const MAX_CELLS_ACROSS = 20;
const MIN_POINTS = 3;
/** Fewer points show no pattern. */
const MIN_SCATTERED = 8;
const STAGE = /stage|step|phase/i;

const adds = ({ unit }: Column): boolean => unit !== 'PERCENT';
const meansOf = (number: Column): StoredView['aggregate'] => (adds(number) ? 'SUM' : 'AVERAGE');
const isStage = ({ path }: Column): boolean => STAGE.test(path.join(' '));

/** Ways to draw a list, most telling first: courses, comparisons, two things at once, two numbers against one another. */
export function drawingsOf({ rows, numbers, date, named, categories }: ListColumns): Drawing[] {
  const told = categories.filter(({ distinct }) => distinct > 1);
  const [category, other] = told;
  const [number] = numbers;
  const drawn: Drawing[] = [];
  const dated = date !== null && date.distinct >= MIN_POINTS;
  if (date !== null && dated) {
    const apart = category !== undefined && category.distinct <= MAX_PARTS && date.distinct < rows ? category : null;
    for (const each of numbers.slice(0, 2))
      if (apart !== null && adds(each)) drawn.push({ kind: 'STACKED', by: date, series: apart, values: [each], aggregate: 'SUM' });
      else drawn.push({ kind: 'LINE', by: date, series: null, values: [each], aggregate: date.distinct === rows ? 'NONE' : meansOf(each) });
  }
  if (date === null || named !== null || categories.length > 0)
    for (const each of numbers.slice(0, 2)) {
      const by = named !== null && rows <= MAX_BARS ? named : (category ?? null);
      if (by === null) continue;
      const kind = isStage(by) && adds(each) && by.distinct <= MAX_PARTS ? 'FUNNEL' : 'BAR';
      drawn.push({ kind, by, series: null, values: [each], aggregate: by.distinct === rows ? 'NONE' : meansOf(each) });
    }
  for (const each of told.slice(0, numbers.length === 0 ? 2 : 1)) {
    const kind = isStage(each) ? 'FUNNEL' : each.distinct <= MAX_PARTS && numbers.length > 0 ? 'DONUT' : 'BAR';
    drawn.push({ kind, by: each, series: null, values: [], aggregate: 'COUNT' });
  }
  if (category !== undefined && other !== undefined && category.distinct <= MAX_CELLS_ACROSS && other.distinct <= MAX_CELLS_ACROSS)
    drawn.push({
      kind: 'HEAT_MAP',
      by: category,
      series: other,
      values: number === undefined ? [] : [number],
      aggregate: number === undefined ? 'COUNT' : meansOf(number),
    });
  const [, second] = numbers;
  if (named !== null && number !== undefined && second !== undefined && rows >= MIN_SCATTERED)
    drawn.push({ kind: 'SCATTER', by: named, series: null, values: [number, second], aggregate: 'NONE' });
  return drawn;
}
