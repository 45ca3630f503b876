import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { ViewDefinition } from './definition.ts';

/** A saved view; removed ones are kept for those who ask who saw what. */
export const ViewRow = defineEntity({
  name: 'EntityViewRow',
  tableName: 'entity_view',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    name: p.string(),
    /** Grows with every save. */
    version: p.integer(),
    definition: p.json().$type<ViewDefinition>(),
    savedAt: p.datetime(),
    savedBy: p.uuid(),
    removedAt: p.datetime().nullable(),
  },
});
export type ViewRow = InferEntity<typeof ViewRow>;
