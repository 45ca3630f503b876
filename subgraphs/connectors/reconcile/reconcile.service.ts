import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { inOrder } from '../../kernel/loaders/loader-scope.ts';
import { DurableRunRow } from '../../kernel/runs/durable-run.entity.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { ConnectionRow } from '../connections/connection.entity.ts';
import { connectionErrors } from '../connections/connection.errors.ts';
import { isId } from '../id.ts';
import { RECONCILE_WORKFLOW } from './reconcile.workflow.ts';
import { ReconciliationRow } from './reconciliation.entity.ts';

/** Starts comparisons of sources with what landed of them, and reads what they found. */
export class ReconcileService {
  readonly #system: System;

  constructor(system: System) {
    this.#system = system;
  }

  /** Begins to compare; while that is under way, it is not begun again. @returns the run's id @throws CONNECTION_NOT_FOUND, QUOTA_EXCEEDED */
  begin({ tenantId, userId }: UserViewer, connectionId: string): Promise<string> {
    const { database, usage, runs } = this.#system;
    return database.unitOfWork(tenantId, async (unit) => {
      const connection = isId(connectionId) ? await unit.em.findOne(ConnectionRow, { id: connectionId }) : null;
      if (connection === null) throw connectionErrors.CONNECTION_NOT_FOUND({});
      await sql`select pg_advisory_xact_lock(hashtextextended(${`reconcile ${connectionId}`}, 0))`.execute(unit.sql);
      const open = await unit.em.findOne(DurableRunRow, { workflow: RECONCILE_WORKFLOW, finishedAt: null, subject: { connectionId } });
      if (open !== null) return open.id;
      await usage.admit(tenantId, 'RUNS', unit);
      const id = randomUUID();
      const title = `Reconciliation of ${connection.name}`;
      await runs.start(unit, { id, workflow: RECONCILE_WORKFLOW, title, subject: { connectionId }, startedBy: userId });
      usage.count(tenantId, 'RUNS', 1);
      return id;
    });
  }

  /** What was found of these objects, null where nobody has compared yet. */
  load({ tenantId }: UserViewer, objectIds: readonly string[]): Promise<(ReconciliationRow | null)[]> {
    return this.#system.database.unitOfWork(tenantId, async ({ em }) =>
      inOrder(objectIds, await em.find(ReconciliationRow, { objectId: [...objectIds] }), (row) => row.objectId),
    );
  }
}
