import { randomUUID } from 'node:crypto';
import { LockMode } from '@mikro-orm/core';
import { sql } from 'kysely';
import { z } from 'zod';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { inOrder } from '../../kernel/loaders/loader-scope.ts';
import { type ConnectionOf, type Page, connectionFrom } from '../../kernel/pagination/page.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { olderThan } from '../../kernel/pagination/by-time.ts';
import { ConnectionRow } from '../connections/connection.entity.ts';
import { assess } from './assess.ts';
import { readFacts } from './facts.ts';
import { ConnectionHealthRow, HealthChangeRow } from './health.entity.ts';
import type { HealthMetrics } from './health.metrics.ts';

/** Changes of a connection's health that are kept. */
const KEPT_CHANGES = 200;

/** Assesses connections and keeps what came of it; the only writer of their health. */
export class HealthService {
  readonly #system: System;
  readonly #metrics: HealthMetrics;

  constructor(system: System, metrics: HealthMetrics) {
    this.#system = system;
    this.#metrics = metrics;
  }

  /**
   * Has something happen to a connection's health and assesses it anew, in the caller's transaction; whoever else does so waits. A status that
   * changes is kept and told once. @param change null: nothing happened but time @returns null when there is no such connection
   */
  async reassess(
    unit: UnitOfWork,
    connectionId: string,
    change: ((health: ConnectionHealthRow) => { healed: boolean }) | null,
  ): Promise<ConnectionHealthRow | null> {
    const connection = await unit.em.findOne(ConnectionRow, { id: connectionId });
    if (connection === null) return null;
    const now = this.#system.clock();
    const health = await this.#locked(unit, connectionId, now);
    const { healed } = change?.(health) ?? { healed: false };
    const { status, reasons, changesAt } = assess(await readFacts(unit, health, now));
    const moments = [changesAt, health.nextAttemptAt].filter((at) => at != null);
    Object.assign(health, { reasons, checkedAt: now, dueAt: moments.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null });
    if (status === health.status) return health;
    const before = health.status;
    Object.assign(health, { status, since: now });
    const reason = reasons[0]?.message ?? (healed ? 'It works again: it came back by itself.' : 'It works.');
    unit.em.persist(
      unit.em.create(HealthChangeRow, {
        id: randomUUID(),
        tenantId: unit.tenantId,
        connectionId,
        at: now,
        before,
        status,
        reason,
        healed,
      }),
    );
    await forgetOldChanges(unit, connectionId);
    this.#metrics.changes.inc({ to: status });
    if (healed) this.#metrics.healed.inc();
    if (status !== 'UNKNOWN' && before !== 'UNKNOWN')
      unit.emit('connectors.health-changed', { connectionId, connectionName: connection.name, status, reason, before });
    return health;
  }

  /** Health by connection, null where nothing is known yet. */
  load(viewer: UserViewer, connectionIds: readonly string[]): Promise<(ConnectionHealthRow | null)[]> {
    return this.#system.database.unitOfWork(viewer.tenantId, async ({ em }) =>
      inOrder(connectionIds, await em.find(ConnectionHealthRow, { connectionId: [...connectionIds] }), (row) => row.connectionId),
    );
  }

  /** Changes of a connection's health, newest first. */
  changes(viewer: UserViewer, connectionId: string, page: Page): Promise<ConnectionOf<HealthChangeRow>> {
    return this.#system.database.unitOfWork(viewer.tenantId, async ({ em }) => {
      const where = page.after === null ? { connectionId } : { connectionId, $or: olderThan(page.after, 'at') };
      const rows = await em.find(HealthChangeRow, where, { orderBy: { at: 'desc', id: 'desc' }, limit: page.limit + 1 });
      return connectionFrom(page, rows, await em.count(HealthChangeRow, { connectionId }), (row) => [row.at.toISOString(), row.id]);
    });
  }

  /** Connections of open tenants of which something is due now, at most `limit`. */
  async due(limit: number): Promise<{ tenantId: string; connectionId: string }[]> {
    const now = this.#system.clock();
    const { rows } = await this.#system.database.systemWork((db) =>
      sql`select health.tenant_id as "tenantId", health.connection_id as "connectionId" from connection_health as health
        where health.due_at <= ${now} and not exists (
          select 1 from tenant where tenant.id = health.tenant_id and (tenant.closing_at is not null or tenant.frozen_at is not null))
        order by health.due_at limit ${limit}`.execute(db),
    );
    return rows.map((row) => dueSchema.parse(row));
  }

  async #locked(unit: UnitOfWork, connectionId: string, now: Date): Promise<ConnectionHealthRow> {
    await sql`insert into connection_health (connection_id, tenant_id, status, since, checked_at)
      values (${connectionId}::uuid, ${unit.tenantId}::uuid, 'UNKNOWN', ${now}, ${now}) on conflict do nothing`.execute(unit.sql);
    return unit.em.findOneOrFail(ConnectionHealthRow, { connectionId }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
  }
}

const dueSchema = z.object({ tenantId: z.uuid(), connectionId: z.uuid() });

async function forgetOldChanges(unit: UnitOfWork, connectionId: string): Promise<void> {
  await sql`delete from health_change where tenant_id = ${unit.tenantId} and connection_id = ${connectionId}::uuid and id in (
    select id from health_change where tenant_id = ${unit.tenantId} and connection_id = ${connectionId}::uuid
    order by at desc, id desc offset ${KEPT_CHANGES})`.execute(unit.sql);
}
