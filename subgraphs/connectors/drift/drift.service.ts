import type { FilterQuery } from '@mikro-orm/core';
import { LockMode } from '@mikro-orm/core';
import { DomainError } from '../../kernel/errors/domain-error.ts';
import { type InputProblem, inputProblem } from '../../kernel/errors/input-problem.type.ts';
import { inOrder } from '../../kernel/loaders/loader-scope.ts';
import { type ConnectionOf, type Page, connectionFrom } from '../../kernel/pagination/page.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { olderThan } from '../../kernel/pagination/by-time.ts';
import { ConnectionRow } from '../connections/connection.entity.ts';
import { isId } from '../id.ts';
import { expireWaiting } from '../repairs/propose.ts';
import { SourceObjectRow } from '../objects/source-object.entity.ts';
import { driftErrors } from './drift.errors.ts';
import { DriftRow, type DriftSeverity, type DriftStatus } from './drift.entity.ts';

/** Which drifts. */
export interface WantedDrifts {
  connectionId: string | null;
  objectId: string | null;
  statuses: readonly DriftStatus[] | null;
  severities: readonly DriftSeverity[] | null;
}

/** Reads drifts, and lets people take an object as it is now. */
export class DriftService {
  readonly #system: System;

  constructor(system: System) {
    this.#system = system;
  }

  /** Drifts by id, null for those that are not of the viewer's tenant. */
  async load({ tenantId }: UserViewer, ids: readonly string[]): Promise<(DriftRow | null)[]> {
    const rows = await this.#system.database.unitOfWork(tenantId, ({ em }) => em.find(DriftRow, { tenantId, id: [...ids] }));
    return inOrder(ids, rows, (row) => row.id);
  }

  /** Drifts, the newest first. */
  page({ tenantId }: UserViewer, wanted: WantedDrifts, page: Page): Promise<ConnectionOf<DriftRow>> {
    const { connectionId, objectId, statuses, severities } = wanted;
    if ([connectionId, objectId].some((id) => id !== null && !isId(id)))
      return Promise.resolve(connectionFrom<DriftRow>(page, [], 0, (row) => [row.id]));
    const which: FilterQuery<DriftRow> = {
      tenantId,
      ...(connectionId === null ? {} : { connectionId }),
      ...(objectId === null ? {} : { objectId }),
      ...(statuses === null ? {} : { status: { $in: [...statuses] } }),
      ...(severities === null ? {} : { severity: { $in: [...severities] } }),
    };
    const where = page.after === null ? which : { $and: [which, { $or: olderThan(page.after, 'detectedAt') }] };
    return this.#system.database.unitOfWork(tenantId, async ({ em }) => {
      const rows = await em.find(DriftRow, where, {
        orderBy: { detectedAt: 'desc', id: 'desc' },
        limit: page.limit + 1,
      });
      return connectionFrom(page, rows, await em.count(DriftRow, which), (row) => [row.detectedAt.toISOString(), row.id]);
    });
  }

  /** The object is taken as it is now: with the next sync the change holds, and what waits in quarantine lands as it is. */
  async dismiss({ tenantId }: UserViewer, id: string): Promise<DriftRow | InputProblem[]> {
    try {
      return await this.#system.database.unitOfWork(tenantId, async (unit) => {
        const { em } = unit;
        const drift = isId(id) ? await em.findOne(DriftRow, { tenantId, id }, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;
        if (drift === null) throw driftErrors.DRIFT_NOT_FOUND({});
        if (drift.status !== 'OPEN') throw driftErrors.DRIFT_SETTLED({ status: drift.status });
        const now = this.#system.clock();
        Object.assign(drift, { status: 'DISMISSED', closedAt: now });
        const { id: connectionId, name: connectionName } = await em.findOneOrFail(ConnectionRow, { id: drift.connectionId });
        // What waits was made for the change as it was; the next look proposes what is left of it.
        await expireWaiting(unit, drift.objectId, { connectionId, connectionName, now });
        Object.assign(await em.findOneOrFail(SourceObjectRow, { id: drift.objectId }), { landedHash: null });
        return drift;
      });
    } catch (error) {
      if (error instanceof DomainError && !error.extensions.retry) return [inputProblem(error, 'id')];
      throw error;
    }
  }
}
