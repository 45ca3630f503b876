import type { Unit } from '../../gql/graphql.ts';
import { formatValue } from '../../ui/format.ts';
import type { DraftWidget } from './draft.ts';
import type { Content } from './content.ts';

type View = NonNullable<DraftWidget['view']>;
type Column = Content['columns'][number];

/** More rows of a result than these are not drawn. */
const MOST_ROWS = 1_000;
const DATE = /^\d{4}-\d{2}(?:-\d{2}(?:[T ]\d{2}:\d{2}.*)?)?$/;

/** What stands at a path; `length` of a list is how many it has. */
export function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((here, key) => {
    if (typeof here !== 'object' || here === null) return null;
    if (Array.isArray(here) && key === 'length') return here.length;
    return Object.hasOwn(here, key) ? (here as Record<string, unknown>)[key] : null;
  }, value);
}

const numberIn = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null);

function cell(value: unknown): string | number | boolean | null {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return value === undefined || value === null ? null : JSON.stringify(value);
}

function nameOf(value: unknown): string {
  const shown = cell(value);
  return shown === null ? 'none' : String(shown);
}

/** One number of rows with the same label. */
function together(rows: readonly unknown[], path: readonly string[], how: View['aggregate']): number | null {
  if (how === 'COUNT') return rows.length;
  const numbers = rows.map((row) => numberIn(at(row, path))).filter((each) => each !== null);
  if (numbers.length === 0) return null;
  const sum = numbers.reduce((total, each) => total + each, 0);
  return how === 'AVERAGE' ? sum / numbers.length : sum;
}

const EMPTY: Pick<Content, 'series' | 'breakdown' | 'delta' | 'trend' | 'confidence' | 'id'> = {
  series: [],
  breakdown: [],
  delta: null,
  trend: null,
  confidence: null,
  id: null,
};

function single(value: number | null, unit: Unit, label: string, question: string): Content {
  const formattedValue = value === null ? null : formatValue(value, unit);
  const columns = [{ name: 'value', label, unit, type: unit }];
  return {
    ...EMPTY,
    question,
    label,
    text: `${label}: ${formattedValue ?? 'none'}`,
    value,
    unit,
    formattedValue,
    truncated: false,
    rows: value === null ? [] : [[value]],
    columns,
  };
}

/** The rows by their names (and series), in the order in which those come; time in its own. */
function grouped(list: readonly unknown[], by: readonly (readonly string[])[], { values, aggregate }: View): unknown[][] {
  const groups = new Map<string, { names: string[]; members: unknown[] }>();
  for (const row of list) {
    const names = by.map((path) => nameOf(at(row, path)));
    const group = groups.get(names.join('\n')) ?? { names, members: [] };
    group.members.push(row);
    groups.set(names.join('\n'), group);
  }
  const paths = values.length === 0 ? [[]] : values.map(({ path }) => path);
  const rows = Array.from(groups.values(), ({ names, members }): unknown[] => [
    ...names,
    ...paths.map((path) => together(members, path, aggregate)),
  ]);
  return rows.every(([name]) => DATE.test(String(name))) ? rows.toSorted((a, b) => String(a[0]).localeCompare(String(b[0]))) : rows;
}

/** The part of an operation's result that a widget shows, as answers to questions are given. Pure. */
export function viewContent({ view, title, question }: Pick<DraftWidget, 'title' | 'question'> & { view: View }, data: unknown): Content {
  const { path, label, series, values, aggregate } = view;
  const found = at(data, path);
  const [first] = values;
  if (!Array.isArray(found)) return single(numberIn(first ? at(found, first.path) : found), first?.unit ?? 'NUMBER', title, question);
  const list = found.slice(0, MOST_ROWS);
  if (label === null && aggregate === 'COUNT') return single(found.length, 'COUNT', title, question);
  if (label === null && aggregate !== 'NONE' && first)
    return single(together(list, first.path, aggregate), first.unit ?? 'NUMBER', title, question);
  const unit = first?.unit ?? 'COUNT';
  const shown = values.map((each, index): Column => {
    const cells = list.map((row) => cell(at(row, each.path))).filter((value) => value !== null);
    const dates = cells.length > 0 && cells.every((value) => DATE.test(String(value)));
    return { name: `v${index}`, label: each.label, unit: each.unit, type: each.unit ?? (dates ? 'DATE' : 'TEXT') };
  });
  const by = label === null ? [] : [label, ...(series ? [series] : [])];
  const rows =
    by.length === 0
      ? list.map((row) => values.map((each) => cell(at(row, each.path))))
      : aggregate === 'NONE'
        ? list.map((row) => [...by.map((each) => nameOf(at(row, each))), ...values.map((each) => cell(at(row, each.path)))])
        : grouped(list, by, view);
  const named = by.map((each, index): Column => {
    const dated = rows.length > 0 && rows.every((row) => DATE.test(String(row[index])));
    return { name: `d${index}`, label: each.at(-1) ?? '', unit: null, type: dated ? 'DATE' : 'TEXT' };
  });
  const counted: Column[] = label !== null && values.length === 0 ? [{ name: 'v0', label: 'Count', unit: 'COUNT', type: 'COUNT' }] : [];
  return {
    ...EMPTY,
    question,
    label: first?.label ?? title,
    text: `${title}: ${rows.length} rows`,
    value: null,
    unit,
    formattedValue: null,
    truncated: found.length > MOST_ROWS,
    rows,
    columns: [...named, ...shown, ...counted],
  };
}
