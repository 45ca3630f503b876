import type { Dashboard, Widget } from '../graph/dashboard.ts';
import { columnsOf, formatRows } from './answer.ts';
import { formatNumber, formatPercent } from './numbers.ts';
import type { Style } from './style.ts';
import { indent, printable, table } from './table.ts';

/** Rows shown of each breakdown; `--json` has them all. */
const SHOWN_ROWS = 12;

/** A dashboard for a person at a terminal: what it says, its numbers in one table, then each trend and breakdown with its rows. */
export function dashboardText(dashboard: Dashboard, style: Style): string {
  const numbers = dashboard.widgets.filter(({ kind }) => kind === 'KPI');
  const others = dashboard.widgets.filter(({ kind }) => kind !== 'KPI');
  const sections = [
    style.bold(printable(dashboard.title)),
    printable(dashboard.text),
    ...(numbers.length === 0 ? [] : [indent(numbersTable(numbers))]),
    ...others.map((widget) => widgetSection(widget, style)),
  ];
  return sections.filter((section) => section !== '').join('\n\n');
}

function numbersTable(widgets: Widget[]): string {
  const rows = widgets.map(({ title, result }) =>
    result.__typename === 'Answer'
      ? [title, result.formattedValue ?? 'none', change(result), result.confidence.tier.toLowerCase()]
      : [title, printable(result.text), '', ''],
  );
  const columns = [
    { label: 'Number' },
    { label: 'Value', align: 'right' as const },
    { label: 'Change', align: 'left' as const },
    { label: 'Confidence' },
  ];
  return table(columns, rows);
}

function change({ delta, trend }: Extract<Widget['result'], { __typename: 'Answer' }>): string {
  if (delta === null) return '';
  const moved = delta.relative === null ? formatNumber(delta.absolute) : formatPercent(delta.relative, true);
  return `${moved} versus ${delta.versus}${trend === null ? '' : `, ${trend.direction.toLowerCase()}`}`;
}

function widgetSection({ title, question, result }: Widget, style: Style): string {
  const heading = `${style.bold(printable(title))}  ${style.dim(printable(question))}`;
  if (result.__typename === 'Declined') return `${heading}\n  ${printable(result.text)}`;
  const shown = result.rows.slice(0, SHOWN_ROWS);
  const more = result.rows.length - shown.length;
  const note = more > 0 ? `\n  ${style.dim(`… ${more} further rows: --json shows them`)}` : '';
  return `${heading}\n${indent(table(columnsOf(result.columns), formatRows(result.columns, shown)))}${note}`;
}
