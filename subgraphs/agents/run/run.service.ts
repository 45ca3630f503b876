import type { FilterQuery } from '@mikro-orm/core';
import { z } from 'zod';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { inOrder } from '../../kernel/loaders/loader-scope.ts';
import { olderThan } from '../../kernel/pagination/by-time.ts';
import { connectionFrom, type ConnectionOf, type Page } from '../../kernel/pagination/page.ts';
import { DurableRunRow } from '../../kernel/runs/durable-run.entity.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { AGENT_WORKFLOW } from '../workflows/runs/agent-workflow.ts';
import { expireOverdue } from '../approval/expiry.ts';
import { pilotIdOf } from '../agent/pilots.ts';
import { RunRow } from './run.entity.ts';
import type { Programs } from '../workflows/catalogue/programs.ts';
import type { Run, RunStatus, RunStep } from './run.type.ts';
import { viewRuns } from './run-view.ts';
import { workflowSteps } from './workflow-steps.ts';

/** By what one run is found. */
export type RunKey = 'approvalId' | 'id';
/** What runs are listed of. */
export type RunFamily = 'agentId' | 'connectionId' | 'workflow' | 'parentRunId';

/** By what runs are listed; null or left out: whatever it is. */
export interface RunFilter {
  status?: RunStatus | null;
  connectionId?: string | null;
  agentId?: string | null;
  /** Name of the workflow that agents run. */
  workflow?: string | null;
  parentRunId?: string | null;
}

/** Reads what agents did: durable runs, with what the agents know of them. */
export class RunService {
  private readonly system: System;
  private readonly programs: Programs;

  constructor(system: System, programs: Programs) {
    this.system = system;
    this.programs = programs;
  }

  /** The run of each value of `key`, null where the viewer's tenant has none. */
  load(viewer: UserViewer, key: RunKey, values: readonly string[]): Promise<(Run | null)[]> {
    const known = values.filter((value) => z.uuid().safeParse(value).success);
    return this.read(viewer, async (unit) => {
      const { em, tenantId } = unit;
      const facets = key === 'id' ? [] : await em.find(RunRow, { tenantId, approvalId: { $in: known } }, { orderBy: { startedAt: 'asc' } });
      const ids = key === 'id' ? known : facets.map(({ id }) => id);
      const runs = await viewRuns(unit, await em.find(DurableRunRow, { tenantId, id: { $in: ids } }));
      return inOrder(values, runs, (run) => (key === 'id' ? run.id : (run.approvalId ?? '')));
    });
  }

  /** The tenant's runs, newest first. @throws BAD_CURSOR */
  page(viewer: UserViewer, filter: RunFilter, page: Page): Promise<ConnectionOf<Run>> {
    return this.read(viewer, (unit) => pageOfRuns(unit, filter, page));
  }

  /** The runs of each agent or connection, newest first, in one transaction. @throws BAD_CURSOR */
  pages(viewer: UserViewer, key: RunFamily, values: readonly string[], page: Page): Promise<ConnectionOf<Run>[]> {
    return this.read(viewer, async (unit) => {
      const pages: ConnectionOf<Run>[] = [];
      for (const value of values) pages.push(await pageOfRuns(unit, { [key]: value }, page));
      return pages;
    });
  }

  /** The steps of runs of workflows; null for others. */
  steps(viewer: UserViewer, runIds: readonly string[]): Promise<(RunStep[] | null)[]> {
    return this.read(viewer, (unit) => workflowSteps(unit, this.programs, runIds));
  }

  private read<Result>({ tenantId }: UserViewer, work: (unit: UnitOfWork) => Promise<Result>): Promise<Result> {
    return this.system.database.unitOfWork(tenantId, async (unit) => {
      await expireOverdue(unit, this.system.runs, this.system.clock());
      return work(unit);
    });
  }
}

async function pageOfRuns(unit: UnitOfWork, filter: RunFilter, page: Page): Promise<ConnectionOf<Run>> {
  const { em, tenantId } = unit;
  const wanted: FilterQuery<DurableRunRow> = { $and: [{ tenantId }, ...(await conditions(unit, filter))] };
  const following: FilterQuery<DurableRunRow> =
    page.after === null ? wanted : { $and: [wanted, { $or: olderThan(page.after, 'startedAt') }] };
  const rows = await em.find(DurableRunRow, following, { orderBy: { startedAt: 'desc', id: 'desc' }, limit: page.limit + 1 });
  const runs = await viewRuns(unit, rows);
  return connectionFrom(page, runs, await em.count(DurableRunRow, wanted), (run) => [run.startedAt.toISOString(), run.id]);
}

async function conditions({ em, tenantId }: UnitOfWork, filter: RunFilter): Promise<FilterQuery<DurableRunRow>[]> {
  const { status, connectionId, agentId, workflow, parentRunId } = filter;
  const others = agentId == null ? null : { $ne: pilotIdOf(tenantId, 'DATAOPS') };
  const mine = agentId == null ? null : pilotIdOf(tenantId, 'DATAOPS') === agentId;
  const facets =
    others === null ? [] : await em.find(RunRow, { tenantId, agentId: mine === true ? others : (agentId ?? '') }, { fields: ['id'] });
  const ids = facets.map(({ id }) => id);
  // Runs of workflows say whose they are; what nobody says it of is the DataOps pilot's.
  const said = { subject: { agentId: agentId ?? '' } };
  return [
    ...(status == null ? [] : [{ status }]),
    ...(workflow == null ? [] : [{ workflow: AGENT_WORKFLOW, subject: { workflow } }]),
    ...(parentRunId == null ? [] : [{ subject: { parentRunId } }]),
    ...(connectionId == null ? [] : [{ subject: { connectionId } }]),
    ...(mine === null
      ? []
      : [mine ? { $or: [said, { subject: { agentId: null }, id: { $nin: ids } }] } : { $or: [said, { id: { $in: ids } }] }]),
  ];
}
