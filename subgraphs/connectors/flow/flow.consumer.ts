import { sql } from 'kysely';
import { z } from 'zod';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { Consumer } from '../../kernel/outbox/consumer.ts';
import type { System } from '../../kernel/system.ts';
import type { FlowMetrics } from './flow.metrics.ts';
import { FLOW_TOPICS, type FlowEvent, recordFlow } from './record-flow.ts';

/** Those who follow the flow are told at most so often. */
export const TELL_EVERY_MS = 2_000;

const toldSchema = z.object({ sequence: z.coerce.number() });
const positionSchema = z.array(z.object({ toldAt: z.coerce.date().nullable() })).max(1);

/**
 * Follows the event log into the flow's tables. Each event counts once: how far a tenant's log has been read is kept in the same transaction. Those
 * who follow the flow are told of it now and then, not of every page.
 */
export class FlowFollower {
  readonly #system: System;
  readonly #metrics: FlowMetrics;
  readonly #later = new Map<string, NodeJS.Timeout>();
  #stopped = false;

  constructor(system: System, metrics: FlowMetrics) {
    this.#system = system;
    this.#metrics = metrics;
  }

  readonly consumer: Consumer = {
    name: 'connectors.flow',
    topics: FLOW_TOPICS,
    handle: (event) => this.#handle(event as FlowEvent),
  };

  /** Tells those who follow what they have not been told of yet. */
  tell(tenantId: string): Promise<void> {
    return this.#system.database.unitOfWork(tenantId, async (unit) => {
      const { rows } = await sql`update flow_position set untold = false, told_at = ${this.#system.clock()}
        where tenant_id = ${tenantId} and untold returning sequence`.execute(unit.sql);
      for (const row of rows) unit.emit('connectors.flow-changed', { upTo: toldSchema.parse(row).sequence });
    });
  }

  stop(): void {
    this.#stopped = true;
    for (const timer of this.#later.values()) clearTimeout(timer);
    this.#later.clear();
  }

  async #handle(event: FlowEvent): Promise<void> {
    const { tenantId } = event;
    const waits = await this.#system.database.unitOfWork(tenantId, async (unit) => {
      const position = await moveOn(unit, event.sequence);
      if (position === null) return false;
      await recordFlow(unit, event);
      const now = this.#system.clock();
      const soon = position.toldAt !== null && now.getTime() - position.toldAt.getTime() < TELL_EVERY_MS;
      await sql`update flow_position set untold = ${soon}, told_at = ${soon ? position.toldAt : now} where tenant_id = ${tenantId}`.execute(
        unit.sql,
      );
      if (!soon) unit.emit('connectors.flow-changed', { upTo: event.sequence });
      return soon;
    });
    this.#metrics.count(event);
    if (waits) this.#tellLater(tenantId);
  }

  /** In this process; what it leaves untold when it dies, the chore tells. */
  #tellLater(tenantId: string): void {
    if (this.#stopped || this.#later.has(tenantId)) return;
    const timer = setTimeout(() => {
      this.#later.delete(tenantId);
      this.tell(tenantId).catch((error: unknown) => this.#system.logger.warn({ err: error, tenantId }, 'the flow could not be told of'));
    }, TELL_EVERY_MS);
    timer.unref();
    this.#later.set(tenantId, timer);
  }
}

/** Takes the next event of the tenant's log. @returns null when it was taken before */
async function moveOn(unit: UnitOfWork, sequence: number): Promise<{ toldAt: Date | null } | null> {
  const { rows } = await sql`insert into flow_position (tenant_id, sequence) values (${unit.tenantId}::uuid, ${sequence})
    on conflict (tenant_id) do update set sequence = excluded.sequence where flow_position.sequence < excluded.sequence
    returning told_at as "toldAt"`.execute(unit.sql);
  return positionSchema.parse(rows)[0] ?? null;
}
