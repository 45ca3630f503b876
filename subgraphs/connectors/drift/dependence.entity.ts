import { type InferEntity, defineEntity, p } from '@mikro-orm/core';
import { exemptFromAudit } from '../../kernel/audit/exempt.ts';
import type { Dependent } from './drift.entity.ts';

/** What goes by a column of an object. */
export interface ColumnDependence {
  column: string;
  /** Entity type it feeds, by name. */
  entity: string;
  /** It holds amounts of money. */
  money: boolean;
  dependents: Dependent[];
}

/** What has been published on top of an object, as the event log told last. */
export const ObjectDependenceRow = defineEntity({
  name: 'ObjectDependenceRow',
  tableName: 'object_dependence',
  properties: {
    tenantId: p.uuid().primary(),
    objectId: p.uuid().primary(),
    connectionId: p.uuid(),
    fields: p.json().$type<ColumnDependence[]>(),
  },
});
export type ObjectDependenceRow = InferEntity<typeof ObjectDependenceRow>;
exemptFromAudit(ObjectDependenceRow, 'follows what was published, which is in the trail');
