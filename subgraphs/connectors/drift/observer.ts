import { LockMode, UniqueConstraintViolationException } from '@mikro-orm/core';
import { DomainError } from '../../kernel/errors/domain-error.ts';
import type { System } from '../../kernel/system.ts';
import { ConnectionRow } from '../connections/connection.entity.ts';
import { connectionErrors } from '../connections/connection.errors.ts';
import { sourceOf } from '../connections/source-of.ts';
import { isId } from '../id.ts';
import type { ConnectorRegistry } from '../kit/registry.ts';
import { landedTables } from '../objects/known-tables.ts';
import { openIngress } from '../privacy/ingress.ts';
import { screenFound } from '../privacy/screen-found.ts';
import { SyncRunRow } from '../syncs/sync-run.entity.ts';
import { driftErrors } from './drift.errors.ts';
import { knownObjects } from './known-objects.ts';
import { lookThrough } from './look-through.ts';
import { ObservationRow } from './observation.entity.ts';
import { recordLooks } from './record-looks.ts';

/** Looks at connections for drift without landing anything. */
export class Observer {
  readonly #system: System;
  readonly #connectors: ConnectorRegistry;

  constructor(system: System, connectors: ConnectorRegistry) {
    this.#system = system;
    this.#connectors = connectors;
  }

  /**
   * Discovers what is at the source, compares, and records what came of it; a repair that is certain is put in force for the next sync.
   * @throws CONNECTION_NOT_FOUND, SYNC_BUSY, what the connector throws
   */
  async observe(tenantId: string, connectionId: string, signal: AbortSignal): Promise<Date> {
    const { database, secrets, clock } = this.#system;
    const begun = await database.unitOfWork(tenantId, async (unit) => {
      const connection = isId(connectionId) ? await unit.em.findOne(ConnectionRow, { id: connectionId }) : null;
      if (connection === null) throw connectionErrors.CONNECTION_NOT_FOUND({});
      if ((await unit.em.count(SyncRunRow, { connectionId, status: 'RUNNING' })) > 0) throw driftErrors.SYNC_BUSY({});
      const source = await sourceOf(unit, connectionId, secrets.vault);
      const [known, ingress] = [await landedTables(unit, connectionId), await openIngress(unit, connectionId, secrets.vault)];
      return { connection, source, known, ingress, before: await knownObjects(unit, connectionId) };
    });
    const { connection, source, known, ingress, before } = begun;
    const connector = this.#connectors[connection.kind];
    try {
      const discovered = await connector.discover(source, { signal, known });
      const { found, classes } = await screenFound(this.#system, discovered, ingress, signal);
      const from = { system: this.#system, tenantId, connector, source, signal, ingress, classes };
      const looks = await lookThrough(from, found, before);
      const now = clock();
      await database.unitOfWork(tenantId, async (unit) => {
        // Whoever looks at the same moment waits here, and finds what the first one has recorded.
        const still = await unit.em.findOne(ConnectionRow, { id: connectionId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
        if (still === null) throw connectionErrors.CONNECTION_NOT_FOUND({});
        // A sync that began meanwhile sees for itself.
        if ((await unit.em.count(SyncRunRow, { connectionId, status: 'RUNNING' })) > 0) throw driftErrors.SYNC_BUSY({});
        const { id, name: connectionName } = connection;
        const onceOnly = connector.acknowledges === true;
        await recordLooks(unit, before, looks, { connectionId: id, connectionName, now, lands: false, onceOnly });
        await unit.em.upsert(ObservationRow, { tenantId, connectionId, observedAt: now, problem: null });
      });
      return now;
    } catch (raised) {
      // Somebody else looked at the same moment, and was first.
      const error = raised instanceof UniqueConstraintViolationException ? driftErrors.REPAIRED_MEANWHILE({}, { cause: raised }) : raised;
      const problem = error instanceof DomainError ? error.code : 'UNFORESEEN';
      await database.unitOfWork(tenantId, ({ em }) => em.upsert(ObservationRow, { tenantId, connectionId, observedAt: clock(), problem }));
      throw error;
    }
  }
}
