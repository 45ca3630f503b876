import { InputProblem } from '../../kernel/errors/input-problem.type.ts';
import type { FiringRow, ScheduleRow } from './schedule.entity.ts';
import type { Schedule, ScheduleFiring } from './schedule.type.ts';

export function scheduleShown(row: ScheduleRow): Schedule {
  const { problem } = row;
  return {
    id: row.id,
    name: row.name,
    workflow: row.workflow,
    workflowVersion: row.workflowVersion ?? null,
    input: row.input,
    dryRun: row.dryRun,
    timing: row.timing,
    at: row.at ?? null,
    everySeconds: row.everySeconds ?? null,
    cron: row.cron ?? null,
    timeZone: row.timeZone,
    on: row.event ?? null,
    onlyFor: row.onlyFor ?? null,
    debounceSeconds: row.debounceSeconds,
    eventInput: row.eventInput ?? null,
    misfire: row.misfire,
    maxCatchUp: row.maxCatchUp,
    overlap: row.overlap,
    maxConcurrent: row.maxConcurrent,
    maxQueued: row.maxQueued,
    status: row.status,
    nextAt: row.nextAt ?? null,
    lastAt: row.lastAt ?? null,
    problem: problem == null ? null : Object.assign(new InputProblem(), { field: null, ...problem }),
    version: row.version,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    agentId: row.agentId,
    updatedById: row.updatedBy,
  };
}

export const firingShown = ({ id, dueAt, firedAt, status, reason }: FiringRow): ScheduleFiring => ({
  id,
  dueAt,
  at: firedAt,
  status,
  reason: reason ?? null,
});
