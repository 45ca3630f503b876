import { z } from 'zod';
import { Answer, type Declined } from '../../ask/answer.type.ts';
import type { StoredWidget } from '../dashboard.entity.ts';

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

/** A widget with what it comes to. */
export function keptWidget({ title, kind, question, layout }: Omit<StoredWidget, 'id'>, result: Answer | Declined | null): KeptWidget {
  const answer = result instanceof Answer ? kept(result) : null;
  const declined =
    result === null ? 'It shows the result of an operation, which is not kept.' : result instanceof Answer ? null : result.text;
  return { title, kind, question, layout, answer, declined };
}
