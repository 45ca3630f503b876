import type { FilterQuery } from '@mikro-orm/core';
import { z } from 'zod';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { commonErrors } from '../../kernel/errors/common.errors.ts';
import { inOrder } from '../../kernel/loaders/loader-scope.ts';
import type { CursorKey } from '../../kernel/pagination/cursor.ts';
import { connectionFrom, type ConnectionOf, type Page } from '../../kernel/pagination/page.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { expireOverdue } from '../approval/expiry.ts';
import { stepsOf } from '../unify/steps.ts';
import { RunRow } from './run.entity.ts';
import type { Run } from './run.type.ts';

const cursorSchema = z.tuple([z.iso.datetime(), z.uuid()]);

/** By what runs can be listed or found. */
export type RunKey = 'agentId' | 'connectionId' | 'approvalId' | 'id';

/** Reads what agents did. */
export class RunService {
  private readonly system: System;

  constructor(system: System) {
    this.system = system;
  }

  /** The run of each value of `key`, null where the viewer's tenant has none. */
  load(viewer: UserViewer, key: RunKey, values: readonly string[]): Promise<(Run | null)[]> {
    const known = values.filter((value) => z.uuid().safeParse(value).success);
    return this.read(viewer, async ({ em, tenantId }) => {
      const rows = await em.find(RunRow, { tenantId, [key]: { $in: known } }, { orderBy: { startedAt: 'asc' } });
      return inOrder(values, rows, (row) => row[key] ?? '').map((row) => row && toRun(row));
    });
  }

  /** All runs of the tenant, newest first. @throws BAD_CURSOR */
  page(viewer: UserViewer, page: Page): Promise<ConnectionOf<Run>> {
    return this.read(viewer, (unit) => pageOfRuns(unit, {}, page));
  }

  /** The runs of each agent or connection, newest first, in one transaction. @throws BAD_CURSOR */
  pages(viewer: UserViewer, key: 'agentId' | 'connectionId', values: readonly string[], page: Page): Promise<ConnectionOf<Run>[]> {
    return this.read(viewer, async (unit) => {
      const pages: ConnectionOf<Run>[] = [];
      for (const value of values) pages.push(await pageOfRuns(unit, { [key]: value }, page));
      return pages;
    });
  }

  private read<Result>({ tenantId }: UserViewer, work: (unit: UnitOfWork) => Promise<Result>): Promise<Result> {
    return this.system.database.unitOfWork(tenantId, async (unit) => {
      await expireOverdue(unit, this.system.clock());
      return work(unit);
    });
  }
}

async function pageOfRuns({ em, tenantId }: UnitOfWork, filter: FilterQuery<RunRow>, page: Page): Promise<ConnectionOf<Run>> {
  const wanted: FilterQuery<RunRow> = { $and: [{ tenantId }, filter] };
  const following: FilterQuery<RunRow> = page.after === null ? wanted : { $and: [wanted, { $or: afterOf(page.after) }] };
  const rows = await em.find(RunRow, following, { orderBy: { startedAt: 'desc', id: 'desc' }, limit: page.limit + 1 });
  return connectionFrom(page, rows.map(toRun), await em.count(RunRow, wanted), (run) => [run.startedAt.toISOString(), run.id]);
}

function toRun(row: RunRow): Run {
  return {
    id: row.id,
    title: row.title,
    status: row.status,
    startedAt: row.startedAt,
    finishedAt: row.finishedAt ?? null,
    steps: stepsOf(row.facts),
    problem: row.problem ?? null,
    agentId: row.agentId,
    connectionId: row.connectionId ?? null,
    approvalId: row.approvalId ?? null,
  };
}

function afterOf(cursor: CursorKey): FilterQuery<RunRow>[] {
  const parsed = cursorSchema.safeParse(cursor);
  if (!parsed.success) throw commonErrors.BAD_CURSOR({});
  const [at, id] = parsed.data;
  const startedAt = new Date(at);
  return [{ startedAt: { $lt: startedAt } }, { startedAt, id: { $lt: id } }];
}
