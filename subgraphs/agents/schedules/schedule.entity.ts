import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { exemptFromAudit } from '../../kernel/audit/exempt.ts';
import type { StoredProblem } from '../../kernel/runs/run-status.ts';
import type { Json } from '../workflows/json.ts';
import type { FiringStatus, MisfirePolicy, OverlapPolicy, ScheduleEvent, ScheduleStatus, ScheduleTiming } from './schedule.enums.ts';

/** When an agent begins a workflow by itself. What people say is written with entities, and is in the audit trail; what time does is written with SQL. */
export const ScheduleRow = defineEntity({
  name: 'AgentScheduleRow',
  tableName: 'agent_schedule',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    name: p.string(),
    agentId: p.uuid(),
    workflow: p.string(),
    workflowVersion: p.integer().nullable(),
    input: p.json().$type<Record<string, Json>>(),
    dryRun: p.boolean(),
    timing: p.string().$type<ScheduleTiming>(),
    /** ONCE: the moment; INTERVAL: the anchor. */
    at: p.datetime().nullable(),
    everySeconds: p.integer().nullable(),
    cron: p.string().nullable(),
    timeZone: p.string(),
    event: p.string().$type<ScheduleEvent>().nullable(),
    onlyFor: p.string().nullable(),
    debounceSeconds: p.integer(),
    eventInput: p.string().nullable(),
    /** Number of the last event it knows. */
    eventSequence: p.bigint('number'),
    /** The last event that no run has begun for. */
    pending: p.json().$type<Json>().nullable(),
    misfire: p.string().$type<MisfirePolicy>(),
    maxCatchUp: p.integer(),
    overlap: p.string().$type<OverlapPolicy>(),
    maxConcurrent: p.integer(),
    maxQueued: p.integer(),
    status: p.string().$type<ScheduleStatus>(),
    nextAt: p.datetime().nullable(),
    lastAt: p.datetime().nullable(),
    problem: p.json().$type<StoredProblem>().nullable(),
    version: p.integer(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
    updatedBy: p.uuid(),
  },
});
export type ScheduleRow = InferEntity<typeof ScheduleRow>;

/** A moment of a schedule; its id is that of the run. */
export const FiringRow = defineEntity({
  name: 'AgentFiringRow',
  tableName: 'agent_firing',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    scheduleId: p.uuid(),
    dueAt: p.datetime(),
    firedAt: p.datetime(),
    status: p.string().$type<FiringStatus>(),
    reason: p.string().nullable(),
    event: p.json().$type<Json>().nullable(),
  },
});
export type FiringRow = InferEntity<typeof FiringRow>;
exemptFromAudit(FiringRow, 'what a schedule did when it was due; the schedule and the run are in the trail');
