import { sql } from 'kysely';
import { z } from 'zod';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { lagsOf } from '../flow/lag.ts';
import { attemptsOf, budgetLeft } from '../health/error-budget.ts';
import { remedyOf } from '../health/remedy.ts';
import type { ConnectionKind } from '../kit/kinds.ts';
import { Mesh, MeshConnections, MeshRepairs, SecondsSpread, VendorTraffic } from './mesh.type.ts';

const DAY_MS = 24 * 60 * 60_000;

const number = z.coerce.number();
const connectionSchema = z.object({ status: z.string(), code: z.string().nullable(), age: number.nullable() });
const countsSchema = z.object({
  drifts: number, automatic: number, approved: number, rejected: number, rolledBack: number, waiting: number, healed: number, landed: number, quarantined: number,
}); // prettier-ignore
const trafficSchema = z.object({
  kind: z.string(),
  requests: number,
  failures: number,
  retries: number,
  limited: number,
  waitedSeconds: number,
});

/** All connections of a tenant at a glance; everything is counted when it is asked for. */
export class MeshService {
  readonly #system: System;

  constructor(system: System) {
    this.#system = system;
  }

  /** The last day, and how things stand. */
  mesh({ tenantId }: UserViewer): Promise<Mesh> {
    const now = this.#system.clock();
    const since = new Date(now.getTime() - DAY_MS);
    return this.#system.database.unitOfWork(tenantId, async (unit) => {
      const connections = await healthOf(unit, now);
      const { drifts, healed, landed, quarantined, ...repairs } = await countsOf(unit, since);
      return Object.assign(new Mesh(), {
        at: now,
        connections: tally(connections),
        driftEvents24h: drifts,
        repairs24h: Object.assign(new MeshRepairs(), repairs),
        healed24h: healed,
        recordsLanded24h: landed,
        quarantined,
        freshness: spread(connections.flatMap(({ age }) => (age === null ? [] : [age]))),
        lag: spread(await lagsOf(unit, null, now)),
        errorBudgetLeft: budgetLeft(await attemptsOf(unit, null, now)),
        vendors: await trafficOf(unit, since),
      });
    });
  }
}

type Health = z.infer<typeof connectionSchema>;

async function healthOf(unit: UnitOfWork, now: Date): Promise<Health[]> {
  const { rows } = await sql`
    select coalesce(health.status, 'UNKNOWN') as status, health.problem ->> 'code' as code,
      extract(epoch from ${now}::timestamptz - health.last_success_at) as age
    from connection left join connection_health as health on health.connection_id = connection.id and health.tenant_id = connection.tenant_id
    where connection.tenant_id = ${unit.tenantId}`.execute(unit.sql);
  return rows.map((row) => connectionSchema.parse(row));
}

async function countsOf(unit: UnitOfWork, since: Date): Promise<z.infer<typeof countsSchema>> {
  const { tenantId } = unit;
  const { rows } = await sql`
    select
      (select count(*) from drift where tenant_id = ${tenantId} and detected_at > ${since}) as drifts,
      (select count(*) from health_change where tenant_id = ${tenantId} and at > ${since} and healed) as healed,
      (select coalesce(sum(records), 0) from flow_minute where tenant_id = ${tenantId} and stage = 'LANDED' and minute > ${since}) as landed,
      (select coalesce(sum(quarantined_count), 0) from source_object where tenant_id = ${tenantId}) as quarantined,
      repairs.*
    from (select
      count(*) filter (where status = 'APPLIED' and automatic and decided_at > ${since}) as automatic,
      count(*) filter (where status = 'APPLIED' and not automatic and decided_at > ${since}) as approved,
      count(*) filter (where status = 'REJECTED' and decided_at > ${since}) as rejected,
      count(*) filter (where status = 'ROLLED_BACK' and decided_at > ${since}) as "rolledBack",
      count(*) filter (where status = 'PROPOSED') as waiting
      from repair_proposal where tenant_id = ${tenantId}) as repairs`.execute(unit.sql);
  return countsSchema.parse(rows[0]);
}

async function trafficOf(unit: UnitOfWork, since: Date): Promise<VendorTraffic[]> {
  const { rows } = await sql`
    select kind, sum(requests) as requests, sum(failures) as failures, sum(retries) as retries, sum(limited) as limited,
      sum(waited_ms) / 1000.0 as "waitedSeconds"
    from vendor_traffic as traffic join connection on connection.id = traffic.connection_id and connection.tenant_id = traffic.tenant_id
    where traffic.tenant_id = ${unit.tenantId} and hour > ${since} group by kind order by kind`.execute(unit.sql);
  return rows.map((row) => {
    const { kind, ...counted } = trafficSchema.parse(row);
    return Object.assign(new VendorTraffic(), { kind: kind as ConnectionKind, ...counted });
  });
}

function tally(connections: readonly Health[]): MeshConnections {
  const count = (status: string): number => connections.filter((each) => each.status === status).length;
  return Object.assign(new MeshConnections(), {
    total: connections.length,
    healthy: count('HEALTHY'),
    degraded: count('DEGRADED'),
    failing: count('FAILING'),
    unknown: count('UNKNOWN'),
    waitingForPerson: connections.filter(({ code }) => code !== null && remedyOf(code) === 'PERSON').length,
  });
}

function spread(seconds: readonly number[]): SecondsSpread {
  const sorted = seconds.toSorted((a, b) => a - b);
  const at = (share: number): number | null => sorted[Math.ceil(sorted.length * share) - 1] ?? null;
  return Object.assign(new SecondsSpread(), { p50: at(0.5), p95: at(0.95) });
}
