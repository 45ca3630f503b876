import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { DurableRunStatus, RunPhase, StoredProblem } from './run-status.ts';

/** A durable run. Written by the kernel alone; subgraphs read it. */
export const DurableRunRow = defineEntity({
  name: 'DurableRunRow',
  tableName: 'durable_run',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    workflow: p.string(),
    title: p.string(),
    subject: p.json().$type<Record<string, string>>(),
    status: p.string().$type<DurableRunStatus>(),
    phase: p.string().$type<RunPhase>(),
    /** Name of the step it is at, or ended at. */
    step: p.string(),
    /** 0…1 over all steps, by their weights. */
    progress: p.double(),
    estimatedFinishAt: p.datetime().nullable(),
    problem: p.json().$type<StoredProblem>().nullable(),
    /** Grows with every change of hands; a worker's commits go through only under its own. */
    epoch: p.integer(),
    /** Number of the segment that carries it now. */
    segment: p.integer(),
    /** 1, and one more for each time it was resumed. */
    attempt: p.integer(),
    worker: p.string().nullable(),
    leaseUntil: p.datetime().nullable(),
    cancelRequestedAt: p.datetime().nullable(),
    startedBy: p.uuid().nullable(),
    startedAt: p.datetime(),
    finishedAt: p.datetime().nullable(),
  },
});
export type DurableRunRow = InferEntity<typeof DurableRunRow>;
