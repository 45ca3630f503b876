import { sql } from 'kysely';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { System } from '../../kernel/system.ts';
import type { HealthEvent, SourceOwner, VendorHealth } from '../kit/health.ts';
import { ConnectionHealthRow } from './health.entity.ts';
import type { HealthService } from './health.service.ts';
import type { TrafficMetrics } from './traffic.metrics.ts';

/** Connections whose numbers are held in memory until they are written; those beyond are counted in the metrics only. */
const MAX_HELD = 10_000;
const HOUR_MS = 3_600_000;
/** A breaker of ours lets one request try after so long. */
const PROBE_AFTER_MS = 10_000;

const CLOSED = { breaker: 'CLOSED', breakerUntil: null } as const;

interface Held {
  tenantId: string;
  connectionId: string;
  requests: number;
  failures: number;
  retries: number;
  limited: number;
  waitedMs: number;
  /** It answered, and not with a failure of its own. */
  answered: boolean;
  /** How the breaker stands, when that changed. */
  breaker: Pick<ConnectionHealthRow, 'breaker' | 'breakerUntil'> | null;
}

/** Counts what is asked of vendors, in memory; `flush` writes it down. Lost with the process: at most what came since the last flush. */
export class Traffic {
  readonly #system: System;
  readonly #health: HealthService;
  readonly #metrics: TrafficMetrics;
  #held = new Map<string, Held>();

  constructor(system: System, health: HealthService, metrics: TrafficMetrics) {
    this.#system = system;
    this.#health = health;
    this.#metrics = metrics;
  }

  /** To be told what happens on the way to sources. */
  readonly observe: VendorHealth = (owner, event, at) => {
    this.#metrics.count(event);
    const held = this.#of(owner);
    if (held === null) return;
    countInto(held, event, at);
  };

  /** Writes what was counted since the last time; does nothing, and asks nothing, when nothing was. */
  async flush(): Promise<void> {
    if (this.#held.size === 0) return;
    const held = this.#held;
    this.#held = new Map();
    const hour = new Date(Math.floor(this.#system.clock().getTime() / HOUR_MS) * HOUR_MS);
    for (const counted of held.values()) await this.#write(counted, hour);
  }

  #of({ tenantId, connectionId }: SourceOwner): Held | null {
    if (connectionId === null) return null;
    const known = this.#held.get(connectionId);
    if (known !== undefined) return known;
    if (this.#held.size >= MAX_HELD) return null;
    const fresh = { tenantId, connectionId, requests: 0, failures: 0, retries: 0, limited: 0, waitedMs: 0, answered: false, breaker: null };
    this.#held.set(connectionId, fresh);
    return fresh;
  }

  #write({ tenantId, connectionId, breaker, answered, ...counted }: Held, hour: Date): Promise<void> {
    return this.#system.database.unitOfWork(tenantId, async (unit) => {
      const { requests, failures, retries, limited, waitedMs } = counted;
      // A connection that was removed meanwhile has no numbers any more.
      await sql`insert into vendor_traffic (tenant_id, connection_id, hour, requests, failures, retries, limited, waited_ms)
        select ${tenantId}::uuid, id, ${hour}, ${requests}, ${failures}, ${retries}, ${limited}, ${Math.round(waitedMs)}
        from connection where tenant_id = ${tenantId} and id = ${connectionId}::uuid
        on conflict (tenant_id, connection_id, hour) do update set
          requests = vendor_traffic.requests + excluded.requests, failures = vendor_traffic.failures + excluded.failures,
          retries = vendor_traffic.retries + excluded.retries, limited = vendor_traffic.limited + excluded.limited,
          waited_ms = vendor_traffic.waited_ms + excluded.waited_ms`.execute(unit.sql);
      // A process that died with an open breaker never tells that it closed: an answer does.
      const told = breaker ?? (answered && (await isOpen(unit, connectionId)) ? CLOSED : null);
      if (told === null) return;
      await this.#health.reassess(unit, connectionId, (health) => {
        Object.assign(health, told);
        return { healed: false };
      });
    });
  }
}

function countInto(held: Held, event: HealthEvent, at: Date): void {
  switch (event.kind) {
    case 'ANSWERED':
      held.requests++;
      if (event.status >= 500) held.failures++;
      else held.answered = true;
      if (event.status >= 500 || event.status === 429) held.retries++;
      if (event.status === 429) held.limited++;
      return;
    case 'LIMITED':
      held.waitedMs += event.waitMilliseconds;
      return;
    case 'FAILED':
      // Replies were counted as they came; this one never did.
      if (event.code === 'VENDOR_UNREACHABLE') {
        held.requests++;
        held.failures++;
      }
      return;
    case 'BREAKER':
      held.breaker =
        event.state === 'CLOSED'
          ? CLOSED
          : event.state === 'OPEN'
            ? { breaker: 'OPEN', breakerUntil: new Date(at.getTime() + PROBE_AFTER_MS) }
            : { breaker: 'HALF_OPEN', breakerUntil: null };
      return;
    case 'AUTHORISED':
  }
}

async function isOpen({ em }: UnitOfWork, connectionId: string): Promise<boolean> {
  return (await em.count(ConnectionHealthRow, { connectionId, breaker: { $ne: 'CLOSED' } })) > 0;
}
