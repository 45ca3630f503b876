import { z } from 'zod';
import { Answer, type Declined } from '../../ask/answer.type.ts';
import { formatValue } from '../../answer/format.ts';
import type { StoredWidget } from '../dashboard.entity.ts';
import type { Json } from '../operations/columns.ts';
import { viewTable } from '../operations/view-table.ts';
import type { StoredView } from '../stored-view.ts';

/** Rows of one widget that are kept. */
const MAX_ROWS = 100;

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const answerSchema = z.object({
  text: z.string(),
  label: z.string(),
  value: z.number().nullable(),
  unit: z.string(),
  formattedValue: z.string().nullable(),
  columns: z.array(z.object({ name: z.string(), label: z.string(), unit: z.string().nullable(), type: z.string() })),
  rows: z.array(z.array(cell)),
  truncated: z.boolean(),
  series: z.array(z.object({ period: z.string(), start: z.string(), value: z.number().nullable() })),
  tier: z.string(),
});
export type KeptAnswer = z.infer<typeof answerSchema>;

const widgetSchema = z.object({
  title: z.string(),
  kind: z.string(),
  question: z.string(),
  layout: z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() }),
  /** What it came to; null where there was no answer, and `declined` says why. */
  answer: answerSchema.nullable(),
  declined: z.string().nullable(),
});
export type KeptWidget = z.infer<typeof widgetSchema>;

/** A dashboard with its numbers. */
export const snapshotContentSchema = z.object({ persona: z.string().nullable(), widgets: z.array(widgetSchema) });
export type SnapshotContent = z.infer<typeof snapshotContentSchema>;

function kept({ text, label, value, unit, formattedValue, columns, rows, truncated, series, confidence }: Answer): KeptAnswer {
  return answerSchema.parse({
    text,
    label,
    value,
    unit,
    formattedValue,
    columns: columns.map((column) => ({ name: column.name, label: column.label, unit: column.unit ?? null, type: column.type })),
    rows: rows.slice(0, MAX_ROWS),
    truncated: truncated || rows.length > MAX_ROWS,
    series: series.map((point) => ({ period: point.period, start: point.start, value: point.value })),
    tier: confidence.tier,
  });
}

/** Why a widget of an operation has no numbers: nobody handed them in, or nobody was there to. */
export const OPERATION_LEFT_OUT = {
  BY_HAND: 'It shows the result of an operation, which whoever keeps it has to run and hand in.',
  BY_SCHEDULE: 'It shows the result of an operation, which is run by whoever looks at it, with their own rights; a schedule runs none.',
} as const;

/** What a view shows of a result that was handed in, as it is kept. */
function keptView(title: string, view: StoredView, data: Json): KeptAnswer | null {
  const table = viewTable(view, data);
  if (table === null) return null;
  const { value, unit, columns, rows } = table;
  return answerSchema.parse({
    text: 'The result of its operation, as whoever kept it had it.',
    label: title,
    value,
    unit: unit ?? 'NUMBER',
    formattedValue: value === null ? null : formatValue(value, unit ?? 'NUMBER', null),
    columns,
    rows: rows.slice(0, MAX_ROWS),
    truncated: rows.length > MAX_ROWS,
    series: [],
    tier: 'HIGH',
  });
}

/** A widget with what it comes to: the answer to its question, or the data (undefined: none) of its operation. */
export function keptWidget(
  { title, kind, question, layout, view = null }: Omit<StoredWidget, 'id'>,
  result: Answer | Declined | null,
  operation: { data: Json | undefined; leftOut: string } = { data: undefined, leftOut: OPERATION_LEFT_OUT.BY_HAND },
): KeptWidget {
  if (view !== null) {
    const answer = operation.data === undefined ? null : keptView(title, view, operation.data);
    return { title, kind, question, layout, answer, declined: answer === null ? operation.leftOut : null };
  }
  const answer = result instanceof Answer ? kept(result) : null;
  const declined = result instanceof Answer ? null : (result?.text ?? null);
  return { title, kind, question, layout, answer, declined };
}
