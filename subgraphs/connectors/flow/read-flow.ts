import { sql } from 'kysely';
import { z } from 'zod';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { FlowStageName } from './stages.ts';

/** Batches that are looked at, the newest first. */
const MAX_BATCHES = 2_000;

const minuteSchema = z.object({ minute: z.coerce.date(), stage: z.string(), records: z.coerce.number() });
const moment = z.coerce.date().nullable();
const batchSchema = z.object({
  connectionId: z.uuid(),
  startedAt: z.coerce.date(),
  firstAt: moment,
  landedAt: moment,
  mappedAt: moment,
  resolvedAt: moment,
  measuredAt: moment,
  finishedAt: moment,
  read: z.coerce.number(),
  landed: z.coerce.number(),
  /** RUNNING while its sync is. */
  status: z.string().nullable(),
  progress: z.coerce.number().nullable(),
});
export type FlowBatch = z.infer<typeof batchSchema>;

export interface FlowRows {
  minutes: { minute: Date; stage: FlowStageName; records: number }[];
  /** Those that moved since then, and those that are on their way. */
  batches: FlowBatch[];
}

/** What the flow is worked out from, records in parts of `partMinutes`. `connectionId` null: of all connections. */
export async function readFlowRows(unit: UnitOfWork, connectionId: string | null, since: Date, partMinutes: number): Promise<FlowRows> {
  const mine = connectionId === null ? sql`` : sql`and counted.connection_id = ${connectionId}::uuid`;
  const part = sql`date_bin(make_interval(mins => ${partMinutes}::int), minute, timestamptz 'epoch')`;
  const minutes = await sql`select ${part} as minute, stage, sum(records) as records from flow_minute as counted
    where tenant_id = ${unit.tenantId} and minute > ${since} ${mine} group by 1, stage order by 1`.execute(unit.sql);
  const batches = await sql`
    select counted.connection_id as "connectionId", counted.started_at as "startedAt", counted.first_at as "firstAt", counted.landed_at as "landedAt",
      counted.mapped_at as "mappedAt", counted.resolved_at as "resolvedAt", counted.measured_at as "measuredAt",
      case when run.status = 'SUCCEEDED' then run.finished_at end as "finishedAt", counted.read_records as read, counted.landed_records as landed,
      sync.status, sync.progress
    from flow_batch as counted
    left join sync_run as sync on sync.id = counted.id and sync.tenant_id = counted.tenant_id
    left join durable_run as run on run.id = counted.id and run.tenant_id = counted.tenant_id
    where counted.tenant_id = ${unit.tenantId} ${mine}
      and (coalesce(counted.measured_at, counted.landed_at, counted.first_at, counted.started_at) > ${since}
        or (counted.landed_records > 0 and counted.measured_at is null) or sync.status = 'RUNNING')
    order by counted.started_at desc limit ${MAX_BATCHES}`.execute(unit.sql);
  return {
    minutes: minutes.rows.map((row) => minuteSchema.parse(row) as FlowRows['minutes'][number]),
    batches: batches.rows.map((row) => batchSchema.parse(row)),
  };
}
