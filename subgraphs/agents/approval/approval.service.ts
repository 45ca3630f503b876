import type { FilterQuery } from '@mikro-orm/core';
import { z } from 'zod';
import { ApprovalRow, type ApprovalStatus } from '../../kernel/approvals/approval.entity.ts';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { inOrder } from '../../kernel/loaders/loader-scope.ts';
import { olderThan } from '../../kernel/pagination/by-time.ts';
import { connectionFrom, type ConnectionOf, type Page } from '../../kernel/pagination/page.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { toApproval } from './approval-view.ts';
import type { Approval } from './approval.type.ts';
import { expireOverdue } from './expiry.ts';
import { raciOf, rightToDecide } from './right-to-decide.ts';

/** Of those that wait, so many are looked through for the viewer’s own. */
const MAX_WAITING = 2_000;

/** By what approvals are listed; null: whatever it is. */
export interface ApprovalFilter {
  status: ApprovalStatus | null;
  agentId: string | null;
  runId: string | null;
  /** Only those that wait for the viewer. */
  mine: boolean;
}

/** Reads what waits for people, and what they decided. */
export class ApprovalService {
  private readonly system: System;

  constructor(system: System) {
    this.system = system;
  }

  /** Approvals by id, null for those that are not of the viewer's tenant. */
  load({ tenantId }: UserViewer, ids: readonly string[]): Promise<(Approval | null)[]> {
    const known = ids.filter(isId);
    return this.read(tenantId, async ({ em }) => {
      const rows = await em.find(ApprovalRow, { tenantId, id: { $in: known } });
      return inOrder(ids, rows, (row) => row.id).map((row) => row && toApproval(row));
    });
  }

  /** The tenant's approvals, newest first. @throws BAD_CURSOR */
  page(viewer: UserViewer, filter: ApprovalFilter, page: Page): Promise<ConnectionOf<Approval>> {
    return this.read(viewer.tenantId, async (unit) => {
      const wanted: FilterQuery<ApprovalRow> = { $and: await conditions(unit, viewer, filter) };
      const following: FilterQuery<ApprovalRow> =
        page.after === null ? wanted : { $and: [wanted, { $or: olderThan(page.after, 'requestedAt') }] };
      const rows = await unit.em.find(ApprovalRow, following, { orderBy: { requestedAt: 'desc', id: 'desc' }, limit: page.limit + 1 });
      const total = await unit.em.count(ApprovalRow, wanted);
      return connectionFrom(page, rows.map(toApproval), total, (approval) => [approval.requestedAt.toISOString(), approval.id]);
    });
  }

  private read<Result>(tenantId: string, work: (unit: UnitOfWork) => Promise<Result>): Promise<Result> {
    return this.system.database.unitOfWork(tenantId, async (unit) => {
      await expireOverdue(unit, this.system.runs, this.system.clock());
      return work(unit);
    });
  }
}

async function conditions(unit: UnitOfWork, viewer: UserViewer, filter: ApprovalFilter): Promise<FilterQuery<ApprovalRow>[]> {
  const { status, agentId, runId, mine } = filter;
  const nobody = { id: { $in: [] } };
  return [
    { tenantId: unit.tenantId },
    ...(status === null ? [] : [{ status }]),
    ...(agentId === null ? [] : [isId(agentId) ? { agentId } : nobody]),
    ...(runId === null ? [] : [isId(runId) ? { runId } : nobody]),
    ...(mine ? [{ id: { $in: await waitingFor(unit, viewer) } }] : []),
  ];
}

async function waitingFor({ em, tenantId }: UnitOfWork, viewer: UserViewer): Promise<string[]> {
  const waiting = await em.find(
    ApprovalRow,
    { tenantId, status: 'PENDING' },
    {
      fields: ['id', 'raci', 'startedBy', 'level'],
      orderBy: { requestedAt: 'desc', id: 'desc' },
      limit: MAX_WAITING,
      disableIdentityMap: true,
    },
  );
  const mine = waiting.filter(
    ({ raci, startedBy, level }) => rightToDecide({ raci: raciOf(raci), startedBy: startedBy ?? null, level }, viewer).kind === 'MAY',
  );
  return mine.map(({ id }) => id);
}

function isId(text: string): boolean {
  return z.uuid().safeParse(text).success;
}
