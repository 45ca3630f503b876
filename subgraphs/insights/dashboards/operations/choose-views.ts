import type { StoredView } from '../stored-view.ts';
import type { WidgetKind } from '../widget.type.ts';
import type { Column } from './columns.ts';
import type { Part } from './find-parts.ts';
import { inWords } from './read-operation.ts';

/** How a part of a result is shown. */
export interface ChosenView {
  kind: WidgetKind;
  title: string;
  view: Pick<StoredView, 'path' | 'label' | 'values' | 'aggregate'>;
}

const MAX_OF_KIND: Readonly<Record<WidgetKind, number>> = { KPI: 6, LINE: 3, BAR: 4, TABLE: 3, TEXT: 0 };
const MAX_WIDGETS = 14;
/** More bars than these are not read side by side. */
const MAX_BARS = 31;
const MIN_POINTS = 3;
const MAX_TABLE_COLUMNS = 8;
const NAME = /^(?:name|title|label|displayname|fullname|period)$/i;

type ListPart = Extract<Part, { kind: 'list' }>;

function nameOf(part: ListPart, { path }: Column): string {
  const own = part.names[Number(path[0])];
  if (own !== undefined && own !== '') return own;
  const [last, before] = [path.at(-1) ?? '', path.at(-2)];
  if (last === 'length' && before !== undefined) return inWords(before);
  return inWords(NAME.test(last) && before !== undefined && before !== 'node' ? before : last);
}

const valueOf = (part: ListPart, column: Column): StoredView['values'][number] => ({
  path: column.path,
  label: nameOf(part, column),
  unit: column.unit,
});
const adds = ({ unit }: Column): boolean => unit !== 'PERCENT';

function listViews(part: ListPart): ChosenView[] {
  const { path, label, columns, rows } = part;
  const of = (kind: Column['kind']): Column[] => columns.filter((column) => column.kind === kind);
  const [numbers, dates, categories] = [of('NUMBER'), of('DATE'), of('CATEGORY')];
  const texts = of('TEXT').toSorted((a, b) => Number(NAME.test(b.path.at(-1) ?? '')) - Number(NAME.test(a.path.at(-1) ?? '')));
  const named = texts[0] ?? categories.find(({ distinct }) => distinct === rows) ?? null;
  const views: ChosenView[] = [];
  const chart = (kind: 'LINE' | 'BAR', by: Column, values: StoredView['values'], aggregate: StoredView['aggregate']): void => {
    const what = values.map((value) => value.label).join(', ') || label;
    views.push({ kind, title: `${what} by ${nameOf(part, by).toLowerCase()}`, view: { path, label: by.path, values, aggregate } });
  };
  const [date] = dates;
  if (date !== undefined && date.distinct >= MIN_POINTS)
    for (const number of numbers.slice(0, 2))
      chart('LINE', date, [valueOf(part, number)], date.distinct === rows ? 'NONE' : adds(number) ? 'SUM' : 'AVERAGE');
  if (date === undefined || named !== null || categories.length > 0)
    for (const number of numbers.slice(0, 2)) {
      const by = named !== null && rows <= MAX_BARS ? named : (categories.find(({ distinct }) => distinct > 1) ?? null);
      if (by !== null) chart('BAR', by, [valueOf(part, number)], by.distinct === rows ? 'NONE' : adds(number) ? 'SUM' : 'AVERAGE');
    }
  for (const category of categories.filter(({ distinct }) => distinct > 1).slice(0, numbers.length === 0 ? 2 : 1))
    views.push({
      kind: 'BAR',
      title: `${label} by ${nameOf(part, category).toLowerCase()}`,
      view: { path, label: category.path, values: [], aggregate: 'COUNT' },
    });
  const shown = columns.filter(({ kind }) => kind !== 'ID').slice(0, MAX_TABLE_COLUMNS);
  if (shown.length > 1 || views.length === 0)
    views.push({
      kind: 'TABLE',
      title: label,
      view: {
        path,
        label: null,
        values: (shown.length > 0 ? shown : columns.slice(0, 1)).map((column) => valueOf(part, column)),
        aggregate: 'NONE',
      },
    });
  return views;
}

/** Widgets for what a result holds: numbers first, then courses, comparisons and tables; each thing once, at most fourteen. */
export function chooseViews(parts: readonly Part[]): ChosenView[] {
  const all = parts.flatMap((part): ChosenView[] => {
    if (part.kind === 'list') return listViews(part);
    const values = [{ path: [], label: part.label, unit: part.unit }];
    return [{ kind: 'KPI', title: part.label, view: { path: part.path, label: null, values, aggregate: 'NONE' } }];
  });
  // A list says how many it has where nothing else does.
  const counted = parts.flatMap((part): ChosenView[] => {
    if (part.kind !== 'list' || part.names.length > 0) return [];
    const about = part.path.filter((each) => each !== 'nodes' && each !== 'edges');
    const told = parts.some((other) => other.kind === 'number' && other.path.slice(0, -1).join('.') === about.join('.'));
    return told ? [] : [{ kind: 'KPI', title: part.label, view: { path: part.path, label: null, values: [], aggregate: 'COUNT' } }];
  });
  const left = { ...MAX_OF_KIND };
  const order: readonly WidgetKind[] = ['KPI', 'LINE', 'BAR', 'TABLE'];
  return [...all, ...counted]
    .toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
    .filter(({ kind }) => {
      left[kind] -= 1;
      return left[kind] >= 0;
    })
    .slice(0, MAX_WIDGETS);
}
