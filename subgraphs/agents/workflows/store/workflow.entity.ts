import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** A workflow of a tenant; what it does is in its versions. */
export const WorkflowRow = defineEntity({
  name: 'WorkflowRow',
  tableName: 'workflow',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    /** Unique within the tenant. */
    name: p.string(),
    /** As in the newest version. */
    title: p.string(),
    description: p.text(),
    /** BUILT_IN: it came with the product; a tenant may publish versions of its own over it. */
    origin: p.string().$type<'BUILT_IN' | 'TENANT'>(),
    createdAt: p.datetime(),
    changedAt: p.datetime(),
  },
});
export type WorkflowRow = InferEntity<typeof WorkflowRow>;
