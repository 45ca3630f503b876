import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { personaSchema } from '../metrics/metric-definition.ts';
import type { PersonaName } from '../metrics/metric-definition.ts';
import type { StoredWidget } from './dashboard.entity.ts';
import { MAX_WIDGETS_AT_ONCE } from './limits.ts';
import { storedViewSchema } from './stored-view.ts';
import { WidgetKind } from './widget.type.ts';

const MAX_ID_CHARACTERS = 24_000;
const text = z.string().min(1).max(1_000);
const persona = personaSchema.nullable();
const place = z.int().min(0).max(4_000);

const dashboardIdSchema = z.tuple([z.literal('dashboard'), text, persona]);
const widgetIdSchema = z.tuple([
  z.literal('widget'),
  z.uuid(),
  z.enum(WidgetKind),
  text,
  text,
  persona,
  place,
  place,
  place,
  place,
  storedViewSchema.optional(),
]);
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

/** The id of a widget that is not saved: everything it is, and whose; nobody else's graph knows it. */
export function unsavedWidgetId(tenantId: string, { kind, title, question, persona: viewedBy, layout, view }: UnsavedWidget): string {
  return encode([
    'widget',
    tenantId,
    kind,
    title,
    question,
    viewedBy,
    layout.x,
    layout.y,
    layout.w,
    layout.h,
    ...(view == null ? [] : [view]),
  ]);
}

/** The widget behind such an id; null for anything we did not make for this tenant. */
export function readUnsavedWidgetId(tenantId: string, id: string): UnsavedWidget | null {
  const parts = decode(id, widgetIdSchema);
  if (parts === null || parts[1] !== tenantId) return null;
  const [, , kind, title, question, viewedBy, x, y, w, h, view = null] = parts;
  return { kind, title, question, persona: viewedBy, layout: { x, y, w, h }, view };
}

const MAX_BOARD_ID_CHARACTERS = 60_000;
const MAX_BOARD_BYTES = 600_000;
const boardIdSchema = z.tuple([
  z.literal('board'),
  z.uuid(),
  z.string().max(1_000),
  z.string().max(1_000),
  persona,
  z
    .array(z.tuple([z.enum(WidgetKind), text, text, place, place, place, place, storedViewSchema.nullable()]))
    .min(1)
    .max(MAX_WIDGETS_AT_ONCE),
]);

/** A dashboard as somebody left it without saving it. */
export interface LooseBoard {
  title: string;
  sentence: string;
  persona: PersonaName | null;
  widgets: readonly Omit<StoredWidget, 'id'>[];
}

/** The id of a dashboard that is neither saved nor as its sentence makes it: everything it is and whose, packed; nobody else's graph knows it. */
export function boardId(tenantId: string, { title, sentence, persona: viewedBy, widgets }: LooseBoard): string {
  const packed = widgets.map(({ kind, title: name, question, layout: { x, y, w, h }, view = null }) => [
    kind,
    name,
    question,
    x,
    y,
    w,
    h,
    view,
  ]);
  return deflateRawSync(JSON.stringify(['board', tenantId, title, sentence, viewedBy, packed])).toString('base64url');
}

/** The dashboard behind such an id; null for anything we did not make for this tenant. */
export function readBoardId(tenantId: string, id: string): LooseBoard | null {
  if (id.length > MAX_BOARD_ID_CHARACTERS) return null;
  try {
    const unpacked = inflateRawSync(Buffer.from(id, 'base64url'), { maxOutputLength: MAX_BOARD_BYTES }).toString('utf8');
    const parts = boardIdSchema.safeParse(JSON.parse(unpacked)).data;
    if (parts === undefined || parts[1] !== tenantId) return null;
    const [, , title, sentence, viewedBy, packed] = parts;
    const widgets = packed.map(([kind, name, question, x, y, w, h, view]) => ({
      kind,
      title: name,
      question,
      layout: { x, y, w, h },
      view,
    }));
    return { title, sentence, persona: viewedBy, widgets };
  } catch {
    return null;
  }
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
