import { Migration } from '@mikro-orm/migrations';
import { systemMay, tenantOwned } from '../subgraphs/kernel/database/migration-sql.ts';

/** Syncs of several streams at once that can be paused, backfills, and schedules. */
export class DeepenSyncs extends Migration {
  override up(): void {
    const statements = [
      'alter table sync_run drop constraint sync_run_status_check',
      "alter table sync_run add constraint sync_run_status_check check (status in ('RUNNING', 'PAUSED', 'SUCCEEDED', 'FAILED', 'CANCELLED'))",
      "alter table sync_run add column mode text not null default 'INCREMENTAL' check (mode in ('FULL', 'INCREMENTAL', 'BACKFILL'))",
      'alter table sync_run add column request jsonb',
      'alter table sync_run add column active_since timestamptz',
      'alter table sync_run add column active_from double precision not null default 0',
      'alter table connection drop constraint connection_status_check',
      "alter table connection add constraint connection_status_check check (status in ('DISCOVERING', 'SYNCING', 'PAUSED', 'READY', 'FAILED'))",

      `create table sync_stream (
        tenant_id uuid not null,
        sync_id uuid not null references sync_run (id) on delete cascade,
        object_id uuid not null references source_object (id) on delete cascade,
        name text not null,
        rank int not null,
        status text not null check (status in ('PENDING', 'LANDING', 'DONE', 'GONE', 'FAILED')),
        records int not null default 0,
        changed int not null default 0,
        unchanged int not null default 0,
        removed int not null default 0,
        quarantined int not null default 0,
        progress double precision not null default 0,
        ordinal bigint not null default 0,
        cursor jsonb,
        watermark jsonb,
        problem jsonb,
        primary key (tenant_id, sync_id, object_id)
      )`,
      'create index sync_stream_by_sync on sync_stream (sync_id)',
      'create index sync_stream_by_object on sync_stream (object_id)',
      ...tenantOwned('sync_stream'),

      `create table connection_schedule (
        connection_id uuid primary key references connection (id) on delete cascade,
        tenant_id uuid not null,
        kind text not null check (kind in ('EVERY', 'CRON')),
        every_minutes int,
        cron text,
        time_zone text not null,
        next_at timestamptz not null,
        last_started_at timestamptz,
        problem jsonb,
        updated_by uuid,
        updated_at timestamptz not null
      )`,
      'create index connection_schedule_by_tenant on connection_schedule (tenant_id, connection_id)',
      'create index connection_schedule_by_time on connection_schedule (next_at)',
      ...tenantOwned('connection_schedule'),
      ...systemMay('connection_schedule', 'select'),
    ];
    for (const statement of statements) this.addSql(statement);
  }

  override down(): void {
    const statements = [
      'drop table connection_schedule',
      'drop table sync_stream',
      'alter table connection drop constraint connection_status_check',
      'alter table sync_run drop constraint sync_run_status_check',
      // The owner is under row-level security too, and sees no rows of any tenant.
      'alter table connection no force row level security',
      "update connection set status = 'READY' where status = 'PAUSED'",
      'alter table connection force row level security',
      'alter table sync_run no force row level security',
      "update sync_run set status = 'CANCELLED' where status = 'PAUSED'",
      'alter table sync_run force row level security',
      "alter table connection add constraint connection_status_check check (status in ('DISCOVERING', 'SYNCING', 'READY', 'FAILED'))",
      "alter table sync_run add constraint sync_run_status_check check (status in ('RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED'))",
      'alter table sync_run drop column active_from',
      'alter table sync_run drop column active_since',
      'alter table sync_run drop column request',
      'alter table sync_run drop column mode',
    ];
    for (const statement of statements) this.addSql(statement);
  }
}
