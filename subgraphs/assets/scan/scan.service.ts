import { randomUUID } from 'node:crypto';
import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { z } from 'zod';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { commonErrors } from '../../kernel/errors/common.errors.ts';
import { inOrder } from '../../kernel/loaders/loader-scope.ts';
import { olderThan } from '../../kernel/pagination/by-time.ts';
import { connectionFrom, type ConnectionOf, type Page } from '../../kernel/pagination/page.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { TelemetryFeedRow } from '../intake/telemetry-feed.entity.ts';
import { policyOf } from '../policy/policy.service.ts';
import { FACTS_FORMAT } from './facts-format.ts';
import { ScanFileRow, ScanProblemRow, ScanRow } from './scan.entity.ts';
import { scanErrors } from './scan.errors.ts';
import type { StartScanInput } from './scan.type.ts';
import { SCAN_WORKFLOW } from './scan.workflow.ts';

const uuid = z.uuid();
const placeSchema = z.tuple([z.int()]);
const NOTHING = {
  recordsRead: 0,
  recordsTaken: 0,
  recordsKept: 0,
  recordsRefused: 0,
  counts: null,
  posture: null,
  unfetched: [],
  factsFormat: FACTS_FORMAT,
  digest: null,
  problem: null,
};

/** Starts scans and reads how they went; with the steps of the workflow, the only writer of `scan`. */
export class ScanService {
  readonly #system: System;

  constructor(system: System) {
    this.#system = system;
  }

  /** Starts a scan: the durable run that does it begins with the commit. @throws SCAN_RUNNING, SCAN_NOT_FOUND, SCAN_NOT_FINISHED, NO_TELEMETRY, QUOTA_EXCEEDED */
  async start({ tenantId, userId }: UserViewer, { mode = null, asOf = null, replayOf = null }: StartScanInput): Promise<ScanRow> {
    const { usage } = this.#system;
    try {
      return await this.#system.database.unitOfWork(tenantId, async (unit) => {
        await usage.admit(tenantId, 'RUNS', unit);
        if ((await unit.em.count(ScanRow, { tenantId, status: 'RUNNING' })) > 0) throw scanErrors.SCAN_RUNNING({});
        if ((await unit.em.count(TelemetryFeedRow, { tenantId, removedAt: null })) === 0) throw scanErrors.NO_TELEMETRY({});
        const repeated = replayOf === null ? null : await finished(unit, replayOf);
        const [latest] = await unit.em.find(ScanRow, { tenantId }, { orderBy: { number: 'desc' }, limit: 1 });
        const scan = unit.em.create(ScanRow, {
          id: randomUUID(), tenantId, number: (latest?.number ?? 0) + 1, status: 'RUNNING', mode: repeated === null ? (mode ?? 'FULL') : 'FULL',
          replayOf: repeated?.id ?? null, asOf: repeated === null ? asOf : (repeated.asOf ?? null), latestAt: repeated?.latestAt ?? null,
          policyVersion: repeated?.policyVersion ?? (await policyOf(unit, null)).version,
          startedAt: this.#system.clock(), startedBy: userId, finishedAt: null, ...NOTHING,
        }); // prettier-ignore
        await unit.em.persist(scan).flush();
        const run = { id: scan.id, workflow: SCAN_WORKFLOW, title: `Scan ${scan.number}`, subject: { scanId: scan.id }, startedBy: userId };
        await this.#system.runs.start(unit, run);
        usage.count(tenantId, 'RUNS', 1);
        return scan;
      });
    } catch (error) {
      // A unique index lets one scan of a tenant be RUNNING, whoever starts it.
      if (error instanceof UniqueConstraintViolationException) throw scanErrors.SCAN_RUNNING({}, { cause: error });
      throw error;
    }
  }

  /** Ends a scan that runs; what was recorded stays. @throws SCAN_NOT_FOUND, SCAN_NOT_RUNNING */
  cancel({ tenantId }: UserViewer, id: string): Promise<ScanRow> {
    return this.#system.database.unitOfWork(tenantId, async (unit) => {
      const scan = await scanOf(unit, id);
      if (scan.status !== 'RUNNING' || !(await this.#system.runs.cancel(unit, id))) throw scanErrors.SCAN_NOT_RUNNING({});
      return scan;
    });
  }

  /** Scans by id, null for those that are not of the viewer's tenant. */
  async load({ tenantId }: UserViewer, ids: readonly string[]): Promise<(ScanRow | null)[]> {
    const known = ids.filter((id) => uuid.safeParse(id).success);
    const rows = await this.#system.database.unitOfWork(tenantId, ({ em }) => em.find(ScanRow, { tenantId, id: { $in: known } }));
    return inOrder(ids, rows, (row) => row.id);
  }

  /** The tenant's scans, newest first. @throws BAD_CURSOR */
  page({ tenantId }: UserViewer, page: Page): Promise<ConnectionOf<ScanRow>> {
    const where = page.after === null ? { tenantId } : { tenantId, $or: olderThan(page.after, 'startedAt') };
    return this.#system.database.unitOfWork(tenantId, async ({ em }) => {
      const rows = await em.find(ScanRow, where, { orderBy: { startedAt: 'desc', id: 'desc' }, limit: page.limit + 1 });
      return connectionFrom(page, rows, await em.count(ScanRow, { tenantId }), (row) => [row.startedAt.toISOString(), row.id]);
    });
  }

  /** What each of these scans went by, in the order it was read. */
  async files({ tenantId }: UserViewer, ids: readonly string[]): Promise<ScanFileRow[][]> {
    const rows = await this.#system.database.unitOfWork(tenantId, ({ em }) =>
      em.find(ScanFileRow, { tenantId, scanId: { $in: [...ids] } }, { orderBy: { position: 'asc' } }),
    );
    const byScan = Map.groupBy(rows, ({ scanId }) => scanId);
    return ids.map((id) => byScan.get(id) ?? []);
  }

  /** Records that a scan kept out of the graph, in the order they were read; the first thousand. @throws BAD_CURSOR */
  problems({ tenantId }: UserViewer, scanId: string, page: Page): Promise<ConnectionOf<ScanProblemRow>> {
    const after = page.after === null ? null : placeSchema.safeParse(page.after);
    if (after?.success === false) throw commonErrors.BAD_CURSOR({});
    const where = { tenantId, scanId, ...(after === null ? {} : { position: { $gt: after.data[0] } }) };
    return this.#system.database.unitOfWork(tenantId, async ({ em }) => {
      const rows = await em.find(ScanProblemRow, where, { orderBy: { position: 'asc' }, limit: page.limit + 1 });
      return connectionFrom(page, rows, await em.count(ScanProblemRow, { tenantId, scanId }), ({ position }) => [position]);
    });
  }
}

/** @throws SCAN_NOT_FOUND */
export async function scanOf({ em, tenantId }: UnitOfWork, id: string): Promise<ScanRow> {
  const scan = uuid.safeParse(id).success ? await em.findOne(ScanRow, { tenantId, id }) : null;
  if (scan === null) throw scanErrors.SCAN_NOT_FOUND({});
  return scan;
}

/** A scan that has succeeded. @throws SCAN_NOT_FOUND, SCAN_NOT_FINISHED */
export async function finished(unit: UnitOfWork, id: string): Promise<ScanRow> {
  const scan = await scanOf(unit, id);
  if (scan.status !== 'SUCCEEDED') throw scanErrors.SCAN_NOT_FINISHED({});
  return scan;
}
