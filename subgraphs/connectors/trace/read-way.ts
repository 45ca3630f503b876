import { sql } from 'kysely';
import { z } from 'zod';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { SourceObjectRow } from '../objects/source-object.entity.ts';
import type { Landed } from './trace.service.ts';

/** Runs about a connection that are looked through for those that came after a record. */
const MAX_RUNS = 10;

const moment = z.coerce.date().nullable();
const waySchema = z.object({
  connectionName: z.string(),
  readAt: moment,
  seenAt: moment,
  mappedAt: moment,
  resolvedAt: moment,
  measuredAt: moment,
  screened: z.array(z.object({ column: z.string(), type: z.string(), action: z.string() })),
  reading: z.object({ version: z.number(), at: z.coerce.date() }).nullable(),
  runs: z.array(z.object({ id: z.uuid(), title: z.string(), status: z.string(), finishedAt: moment })),
  waitsForMapping: z.boolean(),
});
/** What is known of a record's way beyond its landing. */
export type Way = z.infer<typeof waySchema>;

/** What the platform's tables tell of the way of a record that landed. */
export async function readWay(unit: UnitOfWork, object: SourceObjectRow, { changedSyncId, syncId, landedAt }: Landed): Promise<Way> {
  const { tenantId } = unit;
  const { connectionId } = object;
  const { rows } = await sql`
    select connection.name as "connectionName", reading.started_at as "readAt", seeing.started_at as "seenAt",
      coalesce(batch.mapped_at, published.mapped_at) as "mappedAt", coalesce(batch.resolved_at, published.resolved_at) as "resolvedAt",
      coalesce(batch.measured_at, published.measured_at) as "measuredAt",
      coalesce((select jsonb_agg(jsonb_build_object('column', column_name, 'type', type, 'action', action) order by column_name, type)
        from personal_data_finding where tenant_id = ${tenantId} and object_id = ${object.id}::uuid and action <> 'ALLOW'), '[]') as screened,
      (select jsonb_build_object('version', version, 'at', created_at) from object_reading
        where tenant_id = ${tenantId} and object_id = ${object.id}::uuid and status = 'ACTIVE' and created_at <= ${landedAt}) as reading,
      coalesce((select jsonb_agg(run) from (
        select id, title, status, finished_at as "finishedAt" from durable_run
        where tenant_id = ${tenantId} and subject ->> 'connectionId' = ${connectionId}
          and (id = ${changedSyncId}::uuid or started_at >= ${landedAt} and id <> ${syncId}::uuid)
        order by started_at limit ${MAX_RUNS}) as run), '[]') as runs,
      exists (select 1 from approval where tenant_id = ${tenantId} and status = 'PENDING' and subject like 'mapping:%'
        and evidence ->> 'connectionId' = ${connectionId}) as "waitsForMapping"
    from connection
    left join sync_run as reading on reading.id = ${changedSyncId}::uuid and reading.tenant_id = connection.tenant_id
    left join sync_run as seeing on seeing.id = ${syncId}::uuid and seeing.tenant_id = connection.tenant_id
    left join flow_batch as batch on batch.id = ${changedSyncId}::uuid and batch.tenant_id = connection.tenant_id
    -- What landed before a mapping was in force came with those that were unified next.
    left join lateral (select mapped_at, resolved_at, measured_at from flow_batch as next where next.tenant_id = connection.tenant_id
      and next.connection_id = connection.id and next.mapped_at >= ${landedAt} order by mapped_at limit 1) as published on true
    where connection.tenant_id = ${tenantId} and connection.id = ${connectionId}::uuid`.execute(unit.sql);
  return waySchema.parse(rows[0]);
}
