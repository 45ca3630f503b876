import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { Json } from '../json.ts';
import type { FlowHead } from '../machine/flow-state.ts';
import type { NewWorkflowRun } from '../start-run.ts';

/** A run of a workflow: what the agents know of a durable run of theirs. Its steps are in `workflow_step`. */
export const WorkflowRunRow = defineEntity({
  name: 'WorkflowRunRow',
  tableName: 'workflow_run',
  properties: {
    /** The durable run's. */
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    agentId: p.uuid(),
    /** By name. */
    workflow: p.string(),
    version: p.integer(),
    versionId: p.uuid(),
    input: p.json().$type<Readonly<Record<string, Json>>>(),
    mode: p.string().$type<'LIVE' | 'DRY'>(),
    cause: p.json().$type<NewWorkflowRun['cause']>(),
    parentRunId: p.uuid().nullable(),
    parentPath: p.string().nullable(),
    forkedFrom: p.uuid().nullable(),
    forkedPath: p.string().nullable(),
    /** The agent's limits as the run began. */
    maxCalls: p.integer(),
    maxTokens: p.bigint('number'),
    maxMicros: p.bigint('number'),
    /** null: no worker has begun it. */
    flow: p.json().$type<FlowHead>().nullable(),
    /** What a person asked for that the worker has to see to. */
    wanted: p.string().$type<'PAUSE' | 'CANCEL'>().nullable(),
    tokens: p.bigint('number'),
    /** Millionths of a dollar. */
    micros: p.bigint('number'),
    startedAt: p.datetime(),
  },
});
export type WorkflowRunRow = InferEntity<typeof WorkflowRunRow>;
