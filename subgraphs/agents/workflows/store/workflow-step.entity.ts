import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { Json } from '../json.ts';
import type { StepFacts, StepStatus } from '../machine/flow-state.ts';

/** What became of one step of a run; written with the flow, by one statement. */
export const WorkflowStepRow = defineEntity({
  name: 'WorkflowStepRow',
  tableName: 'workflow_step',
  properties: {
    runId: p.uuid().primary(),
    /** Address: `outer[3].inner`. */
    path: p.string().primary(),
    tenantId: p.uuid(),
    /** In the order in which steps began. */
    position: p.integer(),
    status: p.string().$type<StepStatus>(),
    state: p.json().$type<StepFacts>(),
    /** What it was last called with. */
    input: p.json().$type<Json>().nullable(),
    /** What its call was last held up by. */
    waitsFor: p.string().$type<'APPROVAL' | 'EFFECT' | 'CHILD'>().nullable(),
    tokens: p.bigint('number'),
    /** Millionths of a dollar. */
    micros: p.bigint('number'),
    startedAt: p.datetime().nullable(),
    finishedAt: p.datetime().nullable(),
  },
});
export type WorkflowStepRow = InferEntity<typeof WorkflowStepRow>;
