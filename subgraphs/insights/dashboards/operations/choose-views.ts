import type { StoredView } from '../stored-view.ts';
import { familyOf, type KindFamily } from '../kind-family.ts';
import type { WidgetKind } from '../widget.type.ts';
import { drawingsOf } from './chart-views.ts';
import type { Column } from './columns.ts';
import type { Part } from './find-parts.ts';
import { inWords } from './read-operation.ts';

/** How a part of a result is shown. */
export interface ChosenView {
  kind: WidgetKind;
  title: string;
  view: Pick<StoredView, 'path' | 'label' | 'series' | 'values' | 'aggregate'>;
}

const MAX_OF_KIND: Readonly<Partial<Record<WidgetKind, number>>> = {
  KPI: 6,
  GAUGE: 2,
  LINE: 3,
  STACKED: 2,
  BAR: 4,
  DONUT: 1,
  FUNNEL: 1,
  HEAT_MAP: 1,
  SCATTER: 1,
  TABLE: 3,
};
const ORDER: readonly KindFamily[] = ['NUMBER', 'COURSE', 'PARTS', 'TABLE'];
const MAX_WIDGETS = 14;
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

function listViews(part: ListPart): ChosenView[] {
  const { path, label, columns, rows } = part;
  const of = (kind: Column['kind']): Column[] => columns.filter((column) => column.kind === kind);
  const [numbers, [date], categories] = [of('NUMBER'), of('DATE'), of('CATEGORY')];
  const texts = of('TEXT').toSorted((a, b) => Number(NAME.test(b.path.at(-1) ?? '')) - Number(NAME.test(a.path.at(-1) ?? '')));
  const named = texts[0] ?? categories.find(({ distinct }) => distinct === rows) ?? null;
  const views = drawingsOf({ rows, numbers, date: date ?? null, named, categories }).map((drawing): ChosenView => {
    const values = drawing.values.map((column) => valueOf(part, column));
    const what = values.map((value) => value.label).join(drawing.kind === 'SCATTER' ? ' against ' : ', ') || label;
    const by = [drawing.by, drawing.series].flatMap((column) => (column === null ? [] : [nameOf(part, column).toLowerCase()]));
    return {
      kind: drawing.kind,
      title: by.length === 0 ? what : `${what} by ${by.join(' and ')}`,
      view: {
        path,
        label: drawing.by?.path ?? null,
        series: drawing.series?.path ?? null,
        values,
        aggregate: drawing.aggregate,
      },
    };
  });
  const shown = columns.filter(({ kind }) => kind !== 'ID').slice(0, MAX_TABLE_COLUMNS);
  if (shown.length > 1 || views.length === 0)
    views.push({
      kind: 'TABLE',
      title: label,
      view: {
        path,
        label: null,
        series: null,
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
    const kind = part.unit === 'PERCENT' ? 'GAUGE' : 'KPI';
    return [{ kind, title: part.label, view: { path: part.path, label: null, series: null, values, aggregate: 'NONE' } }];
  });
  // A list says how many it has where nothing else does.
  const counted = parts.flatMap((part): ChosenView[] => {
    if (part.kind !== 'list' || part.names.length > 0) return [];
    const about = part.path.filter((each) => each !== 'nodes' && each !== 'edges');
    const told = parts.some((other) => other.kind === 'number' && other.path.slice(0, -1).join('.') === about.join('.'));
    return told
      ? []
      : [{ kind: 'KPI', title: part.label, view: { path: part.path, label: null, series: null, values: [], aggregate: 'COUNT' } }];
  });
  const left = new Map(Object.entries(MAX_OF_KIND));
  return [...all, ...counted]
    .toSorted((a, b) => ORDER.indexOf(familyOf(a.kind)) - ORDER.indexOf(familyOf(b.kind)))
    .filter(({ kind }) => {
      const more = left.get(kind) ?? 0;
      left.set(kind, more - 1);
      return more > 0;
    })
    .slice(0, MAX_WIDGETS);
}
