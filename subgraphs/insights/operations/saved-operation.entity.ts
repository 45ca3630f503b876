import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { PersonaName } from '../metrics/metric-definition.ts';

/** An operation that somebody keeps; only its owner sees one that is not shared. */
export const SavedOperationRow = defineEntity({
  name: 'SavedOperationRow',
  tableName: 'saved_operation',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    name: p.string(),
    document: p.string(),
    variables: p.json().$type<Record<string, unknown>>(),
    persona: p.string().$type<PersonaName>().nullable(),
    shared: p.boolean(),
    createdBy: p.uuid(),
    updatedBy: p.uuid(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});
export type SavedOperationRow = InferEntity<typeof SavedOperationRow>;
