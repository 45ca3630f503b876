import type { FilterQuery } from '@mikro-orm/core';
import { inOrder } from '../../kernel/loaders/loader-scope.ts';
import { olderThan } from '../../kernel/pagination/by-time.ts';
import { type ConnectionOf, type Page, connectionFrom } from '../../kernel/pagination/page.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { DriftRow } from '../drift/drift.entity.ts';
import { isId } from '../id.ts';
import { type RepairPreview, readPreview } from './preview.ts';
import { RepairRow, type RepairStatus } from './repair.entity.ts';

/** Which repairs. */
export interface WantedRepairs {
  connectionId: string | null;
  objectId: string | null;
  statuses: readonly RepairStatus[] | null;
}

/** Reads repairs. */
export class RepairReader {
  readonly #system: System;

  constructor(system: System) {
    this.#system = system;
  }

  /** Repairs by id, null for those that are not of the viewer's tenant. */
  async load({ tenantId }: UserViewer, ids: readonly string[]): Promise<(RepairRow | null)[]> {
    const rows = await this.#system.database.unitOfWork(tenantId, ({ em }) => em.find(RepairRow, { tenantId, id: [...ids] }));
    return inOrder(ids, rows, (row) => row.id);
  }

  /** Repairs, the newest first. */
  page({ tenantId }: UserViewer, { connectionId, objectId, statuses }: WantedRepairs, page: Page): Promise<ConnectionOf<RepairRow>> {
    if ([connectionId, objectId].some((id) => id !== null && !isId(id)))
      return Promise.resolve(connectionFrom<RepairRow>(page, [], 0, (row) => [row.id]));
    const which: FilterQuery<RepairRow> = {
      tenantId,
      ...(connectionId === null ? {} : { connectionId }),
      ...(objectId === null ? {} : { objectId }),
      ...(statuses === null ? {} : { status: { $in: [...statuses] } }),
    };
    const where = page.after === null ? which : { $and: [which, { $or: olderThan(page.after, 'proposedAt') }] };
    return this.#system.database.unitOfWork(tenantId, async ({ em }) => {
      const rows = await em.find(RepairRow, where, {
        orderBy: { proposedAt: 'desc', id: 'desc' },
        limit: page.limit + 1,
      });
      return connectionFrom(page, rows, await em.count(RepairRow, which), (row) => [row.proposedAt.toISOString(), row.id]);
    });
  }

  /** Records as they are and as a repair would have them. */
  preview({ tenantId }: UserViewer, repairId: string): Promise<RepairPreview[]> {
    return this.#system.database.unitOfWork(tenantId, (unit) => readPreview(unit, repairId));
  }

  /** The drifts that a repair answers. */
  drifts({ tenantId }: UserViewer, repairId: string): Promise<DriftRow[]> {
    return this.#system.database.unitOfWork(tenantId, ({ em }) =>
      em.find(DriftRow, { tenantId, repairId }, { orderBy: { detectedAt: 'desc', id: 'desc' } }),
    );
  }
}
