import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import type { DomainEvent } from '../../kernel/outbox/consumer.ts';
import { startLoop, type Loop } from '../../kernel/outbox/loop.ts';
import type { System } from '../../kernel/system.ts';
import { periodName } from '../analysis/history.ts';
import type { KnowledgeService } from '../knowledge/knowledge.service.ts';
import { evaluate, type Finding } from './evaluate.ts';
import { MetricWatchRow } from './watch.entity.ts';

/** Watches of a tenant that are looked at. */
export const MAX_WATCHES = 100;
/** Data that go on changing are looked at once they are quiet, or after so long at the latest. */
const QUIET_MS = 1_500;
const LATEST_MS = 30_000;
/** For what another process was told of, or this one before it was restarted. */
const IDLE_MS = 60_000;
const TENANTS_AT_A_TIME = 20;

const turnSchema = z.object({ tenant_id: z.uuid(), wanted: z.coerce.number() });

/** Looks at watched metrics after the data have changed, and tells what it finds: once for each watch and period. */
export class Watcher {
  private readonly system: System;
  private readonly knowledge: KnowledgeService;
  private loop: Loop | null = null;
  private readonly timers = new Set<NodeJS.Timeout>();

  constructor(system: System, knowledge: KnowledgeService) {
    this.system = system;
    this.knowledge = knowledge;
  }

  start(): void {
    this.loop = startLoop({
      round: () => this.round(),
      idleMs: IDLE_MS,
      failed: (error) => this.system.logger.warn({ err: error }, 'watched metrics could not be looked at'),
    });
  }

  async stop(): Promise<void> {
    for (const timer of this.timers) clearTimeout(timer);
    await this.loop?.stop();
  }

  /** The data have changed: their watches are due when they are quiet. */
  async onChanged({ tenantId, sequence }: Pick<DomainEvent, 'tenantId' | 'sequence'>): Promise<void> {
    await this.want(tenantId, sequence);
  }

  /** A member's role has changed: what they watch is seen with the eyes of the new one; who left watches nothing. */
  async onAccessChanged({ tenantId, payload: { userId, role } }: DomainEvent<'accounts.access-changed'>): Promise<void> {
    await this.system.database.unitOfWork(tenantId, (unit) =>
      sql`update metric_watch set created_role = coalesce(${role}, created_role), paused = paused or ${role === null}
        where tenant_id = ${tenantId}::uuid and created_by = ${userId}::uuid`.execute(unit.sql),
    );
  }

  /** Has a tenant's watches looked at soon. @param sequence null: although the data have not changed */
  async want(tenantId: string, sequence: number | null): Promise<void> {
    const now = this.system.clock();
    await this.system.database.unitOfWork(tenantId, (unit) =>
      sql`insert into metric_watch_turn as t (tenant_id, wanted, wanted_at, since) values (${tenantId}::uuid, ${sequence ?? 1}, ${now}, ${now})
        on conflict (tenant_id) do update set
          wanted = greatest(t.wanted, ${sequence ?? 0}::bigint, t.done + ${sequence === null ? 1 : 0}),
          wanted_at = excluded.wanted_at, since = case when t.wanted > t.done then t.since else excluded.since end`.execute(unit.sql),
    );
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      this.loop?.wake();
    }, QUIET_MS);
    this.timers.add(timer);
    timer.unref();
  }

  private async round(): Promise<boolean> {
    const now = this.system.clock().getTime();
    const { rows } = await this.system.database.systemWork((db) =>
      sql`select tenant_id, wanted from metric_watch_turn where wanted > done
        and (wanted_at <= ${new Date(now - QUIET_MS)} or since <= ${new Date(now - LATEST_MS)}) limit ${TENANTS_AT_A_TIME}`.execute(db),
    );
    for (const row of rows) {
      const { tenant_id: tenantId, wanted } = turnSchema.parse(row);
      await this.look(tenantId).catch((error: unknown) =>
        this.system.logger.warn({ err: error, tenantId }, 'watched metrics of a tenant could not be looked at'),
      );
      await this.system.database.unitOfWork(tenantId, (unit) =>
        sql`update metric_watch_turn set done = greatest(done, ${wanted}::bigint) where tenant_id = ${tenantId}::uuid`.execute(unit.sql),
      );
    }
    return rows.length > 0;
  }

  private async look(tenantId: string): Promise<void> {
    const watches = await this.system.database.unitOfWork(tenantId, ({ em }) =>
      em.find(MetricWatchRow, { tenantId, paused: false }, { limit: MAX_WATCHES, orderBy: { createdAt: 'asc', id: 'asc' } }),
    );
    const today = this.system.clock().toISOString().slice(0, 10);
    for (const watch of watches) {
      const viewer = { kind: 'user' as const, tenantId, userId: watch.createdBy, role: watch.createdRole };
      const knowledge = await this.knowledge.of(viewer);
      const found = await this.knowledge.asking(tenantId, (run) => evaluate(knowledge, run, watch, today));
      const label = knowledge.metrics.get(watch.metric)?.definition.label ?? watch.metric;
      if (found !== null) await this.tell(watch, label, found);
    }
  }

  private async tell(watch: MetricWatchRow, label: string, { point, direction }: Finding): Promise<void> {
    const { id: watchId, tenantId, name, metric, kind, grain, createdBy } = watch;
    const alertId = randomUUID();
    await this.system.database.unitOfWork(tenantId, async (unit) => {
      const { rows } = await sql`insert into metric_alert (id, tenant_id, watch_id, metric, point, direction, alerted_at)
        values (${alertId}::uuid, ${tenantId}::uuid, ${watchId}::uuid, ${metric}, ${point}::date, ${direction}, ${this.system.clock()})
        on conflict (tenant_id, watch_id, point) do nothing returning id`.execute(unit.sql);
      if (rows.length > 0)
        unit.emit('insights.metric-alerted', {
          alertId, watchId, name, metric, label, kind, direction, point, period: periodName(point, grain), createdBy,
        }); // prettier-ignore
    });
  }
}
