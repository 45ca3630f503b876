import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { StepStatus, StoredProblem } from './run-status.ts';

/** One step of a durable run. Written by the kernel alone; subgraphs read it. */
export const DurableStepRow = defineEntity({
  name: 'DurableStepRow',
  tableName: 'durable_step',
  properties: {
    runId: p.uuid().primary(),
    /** From 0, in the order of the work. */
    position: p.integer().primary(),
    tenantId: p.uuid(),
    kind: p.string().$type<'WORK' | 'WAIT'>(),
    /** Stable: `LAND`. */
    name: p.string(),
    title: p.string(),
    weight: p.double(),
    status: p.string().$type<StepStatus>(),
    /** How often a worker began it. */
    attempts: p.integer(),
    /** Of this step, 0…1. */
    progress: p.double(),
    detail: p.text().nullable(),
    problem: p.json().$type<StoredProblem>().nullable(),
    checkpoint: p.json().$type<unknown>().nullable(),
    startedAt: p.datetime().nullable(),
    finishedAt: p.datetime().nullable(),
  },
});
export type DurableStepRow = InferEntity<typeof DurableStepRow>;
