import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { WorkflowDefinition } from '../definition/definition.ts';

export const WorkflowVersionStatus = { DRAFT: 'DRAFT', PUBLISHED: 'PUBLISHED', RETIRED: 'RETIRED' } as const;
export type WorkflowVersionStatus = (typeof WorkflowVersionStatus)[keyof typeof WorkflowVersionStatus];

/** One version of a workflow. What it does never changes once it was published. */
export const WorkflowVersionRow = defineEntity({
  name: 'WorkflowVersionRow',
  tableName: 'workflow_version',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    workflowId: p.uuid(),
    /** From 1. */
    version: p.integer(),
    /** At most one is PUBLISHED: what runs that name no version run. */
    status: p.string().$type<WorkflowVersionStatus>(),
    definition: p.json().$type<WorkflowDefinition>(),
    /** As it was written. */
    text: p.text(),
    /** Of the definition. */
    checksum: p.string(),
    /** What its author says of it. */
    note: p.text().nullable(),
    createdBy: p.uuid().nullable(),
    createdAt: p.datetime(),
    publishedAt: p.datetime().nullable(),
  },
});
export type WorkflowVersionRow = InferEntity<typeof WorkflowVersionRow>;
