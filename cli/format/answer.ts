import type { Answer } from '../graph/ask.ts';
import type { Clarification, Declined } from '../graph/asking.ts';
import type { Style } from './style.ts';
import { indent, printable, table, type Column } from './table.ts';
import { formatCell, formatNumber, formatPercent } from './numbers.ts';

const SHOWN_ROWS = 20;
const SHOWN_REASONS = 4;

/** An answer for a person at a terminal: the sentence, the table behind it, how sure we are and why, where it comes from. */
export function answerText(answer: Answer, style: Style): string {
  const sections = [
    style.bold(printable(answer.text)),
    deltaLine(answer, style),
    resultTable(answer, style),
    confidenceLines(answer, style),
    sourceLines(answer, style),
    list('Ask next', answer.followUps, style),
  ];
  return sections.filter((section) => section !== null).join('\n\n');
}

/** What a question can mean, and how to ask for each. */
export function clarificationText({ text, choices }: Clarification, style: Style): string {
  const asked = choices.map(({ question }) => question);
  return [style.bold(printable(text)), list('Ask one of these', asked, style)].filter((section) => section !== null).join('\n\n');
}

/** Why a question was not answered, and what to do about it. */
export function declinedText(declined: Declined, style: Style): string {
  const sections = [
    style.bold(printable(declined.text)),
    list('Not understood', declined.notUnderstood, style),
    list('Missing', declined.missing, style),
    list('Would help', declined.wouldHelp, style),
    list('Ask instead', declined.suggestions, style),
  ];
  return sections.filter((section) => section !== null).join('\n\n');
}

function deltaLine(answer: Answer, style: Style): string | null {
  const { delta, trend } = answer;
  if (delta === null) return null;
  const change = delta.relative === null ? formatNumber(delta.absolute) : formatPercent(delta.relative, true);
  const arrow = delta.absolute > 0 ? '▲' : delta.absolute < 0 ? '▼' : '■';
  const word = trend === null ? '' : ` · ${trend.direction.toLowerCase()}`;
  const paint = trend === null || trend.direction === 'STABLE' ? style.dim : trend.direction === 'IMPROVING' ? style.good : style.bad;
  return `${paint(`${arrow} ${change}`)} versus ${printable(delta.versus)} (${formatCell(delta.previousValue, answer.unit)})${word}`;
}

function resultTable(answer: Answer, style: Style): string | null {
  const [only] = answer.rows;
  if (only === undefined || (answer.rows.length === 1 && only.length === 1)) return null;
  const rows = formatRows(answer.columns, answer.rows.slice(0, SHOWN_ROWS));
  const more = answer.rows.length - rows.length;
  const note = more > 0 ? `\n${style.dim(`… ${more}${answer.truncated ? ' or more' : ''} further rows: --json shows them`)}` : '';
  return indent(table(columnsOf(answer.columns), rows)) + note;
}

/** Columns of a result as a terminal shows them: numbers to the right. */
export function columnsOf(columns: Answer['columns']): Column[] {
  return columns.map((column) => ({ label: column.label, align: isNumeric(column.type) ? 'right' : 'left' }));
}

/** Rows of a result as texts; a column that has cents anywhere shows them everywhere. */
export function formatRows(columns: Answer['columns'], rows: Answer['rows']): string[][] {
  const decimals = columns.map((_column, index) => (rows.some((row) => hasCents(row[index])) ? 2 : 0));
  return rows.map((row) => row.map((value, index) => formatCell(value, columns[index]?.unit ?? null, decimals[index])));
}

const isNumeric = (type: string): boolean =>
  !['TEXT', 'DATE', 'DATETIME', 'BOOLEAN', 'text', 'string', 'date', 'datetime', 'boolean'].includes(type);

const hasCents = (value: unknown): boolean => typeof value === 'number' && !Number.isInteger(value);

function confidenceLines(answer: Answer, style: Style): string {
  const { score, tier, reasons } = answer.confidence;
  const paint = { HIGH: style.good, MEDIUM: style.warn, LOW: style.bad }[tier];
  const heading = `${style.dim('Confidence')}  ${paint(`${tier.toLowerCase()} · ${Math.round(score * 100)} %`)}`;
  return [heading, ...reasons.slice(0, SHOWN_REASONS).map((reason) => `  ${reason.effect < 0 ? '−' : '+'} ${printable(reason.text)}`)].join(
    '\n',
  );
}

function sourceLines(answer: Answer, style: Style): string | null {
  if (answer.lineage.length === 0) return null;
  const lines = answer.lineage.map(({ connection, object, columns, entity }) =>
    printable(`${connection.name} › ${object.path}${columns.length === 0 ? '' : ` (${columns.join(', ')})`} → ${entity}`),
  );
  return [style.dim('Sources'), ...lines.map((line) => `  ${line}`)].join('\n');
}

function list(heading: string, items: string[], style: Style): string | null {
  return items.length === 0 ? null : [style.dim(heading), ...items.map((item) => `  ${printable(item)}`)].join('\n');
}
