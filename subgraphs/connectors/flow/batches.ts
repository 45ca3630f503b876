import { sql } from 'kysely';
import { z } from 'zod';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { COARSE_MINUTES } from './parts.ts';

/** Counts stand by the minute for so long, then in coarser parts; they are kept as long as batches are. */
const KEEP_MINUTES_MS = 25 * 60 * 60_000;
const KEEP_MS = 7 * 24 * 60 * 60_000;

interface Batch {
  id: string;
  connectionId: string;
  at: Date;
}

/** A sync began; begun again, it is the same batch. */
export async function begin(unit: UnitOfWork, { id, connectionId, at }: Batch): Promise<void> {
  await sql`insert into flow_batch (id, tenant_id, connection_id, started_at)
    values (${id}::uuid, ${unit.tenantId}::uuid, ${connectionId}::uuid, ${at}) on conflict (id) do nothing`.execute(unit.sql);
}

/** Some of its records landed. */
export async function addLanded(unit: UnitOfWork, batch: Batch & { read: number; landed: number; quarantined: number }): Promise<void> {
  await begin(unit, batch);
  await sql`update flow_batch set first_at = coalesce(first_at, ${batch.at}), read_records = read_records + ${batch.read},
      landed_records = landed_records + ${batch.landed}, quarantined_records = quarantined_records + ${batch.quarantined}
    where id = ${batch.id}::uuid and tenant_id = ${unit.tenantId}`.execute(unit.sql);
}

const knownSchema = z.object({ read: z.coerce.number(), landed: z.coerce.number() });

/** All of its records have landed that will. @returns how many more that are than was told before */
export async function finishLanding(
  unit: UnitOfWork,
  batch: Batch & { landed: number; quarantined: number },
): Promise<{ read: number; landed: number }> {
  await begin(unit, batch);
  const { rows } = await sql`select read_records as read, landed_records as landed from flow_batch
    where id = ${batch.id}::uuid and tenant_id = ${unit.tenantId} for update`.execute(unit.sql);
  const known = knownSchema.parse(rows[0]);
  const landed = Math.max(known.landed, batch.landed);
  const read = Math.max(known.read, landed + batch.quarantined);
  // What lands after a sync was taken up again is on its way anew.
  await sql`update flow_batch set landed_at = ${batch.at}, first_at = coalesce(first_at, ${batch.at}), read_records = ${read}, landed_records = ${landed},
      quarantined_records = ${batch.quarantined}, mapped_at = null, resolved_at = null, measured_at = null
    where id = ${batch.id}::uuid and tenant_id = ${unit.tenantId}`.execute(unit.sql);
  return { read: read - known.read, landed: landed - known.landed };
}

/** Records were unified: those of one sync, or (null) all of the connection that waited for it. */
export async function unified(
  unit: UnitOfWork,
  { connectionId, syncId, at, mappedAt }: { connectionId: string; syncId: string | null; at: Date; mappedAt: Date },
): Promise<void> {
  await sql`update flow_batch set mapped_at = greatest(${mappedAt}, landed_at), resolved_at = ${at}
    where tenant_id = ${unit.tenantId} and connection_id = ${connectionId}::uuid and mapped_at is null
      and ${syncId === null ? sql`landed_at is not null` : sql`id = ${syncId}::uuid`}`.execute(unit.sql);
}

const sumSchema = z.object({ records: z.coerce.number() });

/** Metrics hold them now. @returns how many records */
export async function measured(
  unit: UnitOfWork,
  { connectionId, syncId, at }: { connectionId: string; syncId: string | null; at: Date },
): Promise<number> {
  const { rows } = await sql`with arrived as (
      update flow_batch set measured_at = ${at}
      where tenant_id = ${unit.tenantId} and connection_id = ${connectionId}::uuid and measured_at is null and resolved_at is not null
        and ${syncId === null ? sql`true` : sql`id = ${syncId}::uuid`}
      returning landed_records
    ) select coalesce(sum(landed_records), 0) as records from arrived`.execute(unit.sql);
  return sumSchema.parse(rows[0]).records;
}

/** Forgets what is too old to be shown, and puts together what is old. */
export async function forgetOld(unit: UnitOfWork, now: Date): Promise<void> {
  const before = (ms: number): Date => new Date(now.getTime() - ms);
  const part = sql`date_bin(make_interval(mins => ${COARSE_MINUTES}::int), minute, timestamptz 'epoch')`;
  await sql`delete from flow_minute where tenant_id = ${unit.tenantId} and minute < ${before(KEEP_MS)}`.execute(unit.sql);
  await sql`with old as (
      delete from flow_minute where tenant_id = ${unit.tenantId} and minute < ${before(KEEP_MINUTES_MS)} and minute <> ${part}
      returning tenant_id, minute, stage, connection_id, records
    ) insert into flow_minute (tenant_id, minute, stage, connection_id, records)
      select tenant_id, ${part}, stage, connection_id, sum(records) from old group by 1, 2, 3, 4
      on conflict (tenant_id, minute, stage, connection_id) do update set records = flow_minute.records + excluded.records`.execute(
    unit.sql,
  );
  await sql`delete from flow_batch where tenant_id = ${unit.tenantId} and started_at < ${before(KEEP_MS)}`.execute(unit.sql);
}

/** Forgets what a connection that is gone has moved and asked for. */
export async function forgetConnection({ sql: db, tenantId }: UnitOfWork, connectionId: string): Promise<void> {
  const mine = sql`tenant_id = ${tenantId} and connection_id = ${connectionId}::uuid`;
  await sql`delete from flow_minute where ${mine}`.execute(db);
  await sql`delete from flow_batch where ${mine}`.execute(db);
  await sql`delete from vendor_traffic where ${mine}`.execute(db);
}
