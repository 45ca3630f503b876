import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { PersonaName } from '../metrics/metric-definition.ts';
import type { StoredView } from './stored-view.ts';
import type { WidgetKind } from './widget.type.ts';

/** A widget as it is kept; its id is unique within its dashboard. */
export interface StoredWidget {
  id: string;
  title: string;
  kind: WidgetKind;
  question: string;
  layout: { x: number; y: number; w: number; h: number };
  /** Of a widget that shows a part of the result of an operation, not the answer to its question. */
  view?: StoredView | null;
}

/** A saved dashboard; every save raises its version by one. */
export const DashboardRow = defineEntity({
  name: 'DashboardRow',
  tableName: 'dashboard',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    title: p.string(),
    sentence: p.string(),
    persona: p.string().$type<PersonaName>().nullable(),
    version: p.integer(),
    widgets: p.json().$type<StoredWidget[]>(),
    createdBy: p.uuid(),
    updatedBy: p.uuid(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});
export type DashboardRow = InferEntity<typeof DashboardRow>;
