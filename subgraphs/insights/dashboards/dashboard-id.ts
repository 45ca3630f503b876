import { z } from 'zod';
import { personaSchema } from '../metrics/metric-definition.ts';
import type { PersonaName } from '../metrics/metric-definition.ts';
import type { StoredWidget } from './dashboard.entity.ts';
import { WidgetKind } from './widget.type.ts';

const MAX_ID_CHARACTERS = 8_000;
const text = z.string().min(1).max(1_000);
const persona = personaSchema.nullable();
const place = z.int().min(0).max(1_000);

const dashboardIdSchema = z.tuple([z.literal('dashboard'), text, persona]);
const widgetIdSchema = z.tuple([z.literal('widget'), z.enum(WidgetKind), text, text, persona, place, place, place, place]);
const savedWidgetIdSchema = z.templateLiteral([z.uuid(), '.', z.uuid()]);

export type UnsavedWidget = Omit<StoredWidget, 'id'> & { persona: PersonaName | null };

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

function decode<T>(id: string, schema: z.ZodType<T>): T | null {
  if (id.length > MAX_ID_CHARACTERS) return null;
  try {
    return schema.safeParse(JSON.parse(Buffer.from(id, 'base64url').toString('utf8'))).data ?? null;
  } catch {
    return null;
  }
}

/** Whether an id can be one of a saved dashboard. */
export function isSavedId(id: string): boolean {
  return z.uuid().safeParse(id).success;
}

/** The id of a dashboard that is not saved: its sentence and persona, so that any reference to it can be made again. */
export function unsavedDashboardId(sentence: string, viewedBy: PersonaName | null): string {
  return encode(['dashboard', sentence, viewedBy]);
}

/** Sentence and persona behind such an id; null for anything we did not make. */
export function readUnsavedDashboardId(id: string): { sentence: string; persona: PersonaName | null } | null {
  const parts = decode(id, dashboardIdSchema);
  return parts === null ? null : { sentence: parts[1], persona: parts[2] };
}

/** The id of a widget that is not saved: everything it is. */
export function unsavedWidgetId({ kind, title, question, persona: viewedBy, layout }: UnsavedWidget): string {
  return encode(['widget', kind, title, question, viewedBy, layout.x, layout.y, layout.w, layout.h]);
}

/** The widget behind such an id; null for anything we did not make. */
export function readUnsavedWidgetId(id: string): UnsavedWidget | null {
  const parts = decode(id, widgetIdSchema);
  if (parts === null) return null;
  const [, kind, title, question, viewedBy, x, y, w, h] = parts;
  return { kind, title, question, persona: viewedBy, layout: { x, y, w, h } };
}

/** The id of a widget of a saved dashboard in the graph. */
export function savedWidgetId(dashboardId: string, widgetId: string): string {
  return `${dashboardId}.${widgetId}`;
}

/** Dashboard and widget behind such an id; null for anything else. */
export function readSavedWidgetId(id: string): { dashboardId: string; widgetId: string } | null {
  if (!savedWidgetIdSchema.safeParse(id).success) return null;
  const [dashboardId = '', widgetId = ''] = id.split('.');
  return { dashboardId, widgetId };
}
