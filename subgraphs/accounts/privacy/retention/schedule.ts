import { sql } from 'kysely';
import { RETENTION_KINDS, type RetentionKindName } from '../../../../schema/privacy/retention.ts';
import { nameBasedUuid } from '../../../kernel/ids/name-based-uuid.ts';
import type { System } from '../../../kernel/system.ts';
import { countDue, daysInForce, olderThan } from './due.ts';
import { RetentionRuleRow } from './retention.entity.ts';
import { RETENTION_WORKFLOW } from './retention.workflow.ts';

/** How often it is looked whether a tenant's day has come. */
const EVERY_MS = 15 * 60_000;
/** The first look, after a start has calmed down. */
const FIRST_MS = 60_000;

/** Has what is too old deleted once a day for every tenant that has something of that kind. */
export class RetentionSchedule {
  private readonly system: System;
  private timer: NodeJS.Timeout | null = null;
  private looking: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(system: System) {
    this.system = system;
  }

  start(): void {
    const again = (delayMs: number): void => {
      if (this.stopped) return;
      this.timer = setTimeout(() => {
        this.looking = this.look()
          .catch((error: unknown) => this.system.logger.warn({ err: error }, 'what is too old could not be looked for; it is tried again'))
          .then(() => again(EVERY_MS));
      }, delayMs).unref();
    };
    again(FIRST_MS);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer !== null) clearTimeout(this.timer);
    await this.looking;
  }

  /** Starts today's run of every tenant that has something to delete; a run that was started stays one, whoever starts it. */
  async look(): Promise<void> {
    const { database, runs, clock, topology } = this.system;
    const { rows } = await database.systemWork((db) => sql<{ id: string }>`select id from tenant where closing_at is null`.execute(db));
    const day = clock().toISOString().slice(0, 10);
    for (const { id: tenantId } of rows) {
      if (this.stopped) return;
      const id = nameBasedUuid(tenantId, `retention ${day}`);
      if (await this.hasRun(tenantId, id)) continue;
      if (topology === 'embedded' && !(await this.anythingDue(tenantId))) continue;
      const run = { id, workflow: RETENTION_WORKFLOW, title: 'Delete what is too old', subject: { dryRun: 'false' }, startedBy: null };
      await database.unitOfWork(tenantId, (unit) => runs.start(unit, run));
    }
  }

  private hasRun(tenantId: string, id: string): Promise<boolean> {
    return this.system.database.unitOfWork(tenantId, async (unit) => {
      const found = await sql`select 1 from durable_run where id = ${id}::uuid and tenant_id = ${tenantId}::uuid`.execute(unit.sql);
      return found.rows.length > 0;
    });
  }

  private async anythingDue(tenantId: string): Promise<boolean> {
    const rules = await this.system.database.unitOfWork(tenantId, ({ em }) => em.find(RetentionRuleRow, { tenantId }));
    const chosen = new Map(rules.map(({ kind, days }) => [kind as string, days]));
    for (const kind of Object.keys(RETENTION_KINDS) as RetentionKindName[]) {
      const days = daysInForce(kind, chosen);
      if (days !== null && ((await countDue(this.system, tenantId, kind, olderThan(this.system.clock(), days))) ?? 0) > 0) return true;
    }
    return false;
  }
}
