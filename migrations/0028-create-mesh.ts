import { Migration } from '@mikro-orm/migrations';
import { systemMay, tenantOwned } from '../subgraphs/kernel/database/migration-sql.ts';

const TABLES = [
  'reconciliation',
  'discarded_job',
  'flow_position',
  'flow_batch',
  'flow_minute',
  'vendor_traffic',
  'health_change',
  'connection_health',
];

/** How well connections are and have been, what they ask of vendors, how records move on, and failed jobs that were put away. */
export class CreateMesh extends Migration {
  override up(): void {
    const statements = [
      `create table connection_health (
        connection_id uuid primary key references connection (id) on delete cascade,
        tenant_id uuid not null,
        status text not null check (status in ('HEALTHY', 'DEGRADED', 'FAILING', 'UNKNOWN')),
        reasons jsonb not null default '[]',
        since timestamptz not null,
        checked_at timestamptz not null,
        last_success_at timestamptz,
        last_failure_at timestamptz,
        consecutive_failures int not null default 0,
        problem jsonb,
        failed_sync_id uuid,
        attempts int not null default 0,
        last_attempt_at timestamptz,
        next_attempt_at timestamptz,
        breaker text not null default 'CLOSED' check (breaker in ('CLOSED', 'OPEN', 'HALF_OPEN')),
        breaker_until timestamptz,
        due_at timestamptz
      )`,
      'create index connection_health_by_tenant on connection_health (tenant_id, status)',
      'create index connection_health_due on connection_health (due_at) where due_at is not null',
      ...tenantOwned('connection_health'),
      ...systemMay('connection_health', 'select'),

      `create table health_change (
        id uuid primary key,
        tenant_id uuid not null,
        connection_id uuid not null references connection (id) on delete cascade,
        at timestamptz not null,
        before text not null,
        status text not null,
        reason text not null,
        healed boolean not null
      )`,
      'create index health_change_by_tenant on health_change (tenant_id, connection_id, at, id)',
      ...tenantOwned('health_change'),

      `create table vendor_traffic (
        tenant_id uuid not null,
        connection_id uuid not null,
        hour timestamptz not null,
        requests bigint not null default 0,
        failures bigint not null default 0,
        retries bigint not null default 0,
        limited bigint not null default 0,
        waited_ms bigint not null default 0,
        primary key (tenant_id, connection_id, hour)
      )`,
      ...tenantOwned('vendor_traffic'),

      `create table flow_minute (
        tenant_id uuid not null,
        minute timestamptz not null,
        stage text not null check (stage in ('SOURCE', 'LANDED', 'MAPPED', 'RESOLVED', 'METRIC')),
        connection_id uuid not null,
        records bigint not null,
        primary key (tenant_id, minute, stage, connection_id)
      )`,
      ...tenantOwned('flow_minute'),

      `create table flow_batch (
        id uuid primary key,
        tenant_id uuid not null,
        connection_id uuid not null,
        started_at timestamptz not null,
        first_at timestamptz,
        landed_at timestamptz,
        mapped_at timestamptz,
        resolved_at timestamptz,
        measured_at timestamptz,
        read_records bigint not null default 0,
        landed_records bigint not null default 0,
        quarantined_records bigint not null default 0
      )`,
      'create index flow_batch_by_tenant on flow_batch (tenant_id, started_at, id)',
      'create index flow_batch_by_connection on flow_batch (tenant_id, connection_id, started_at)',
      ...tenantOwned('flow_batch'),

      `create table flow_position (
        tenant_id uuid primary key,
        sequence bigint not null,
        told_at timestamptz,
        untold boolean not null default false
      )`,
      ...tenantOwned('flow_position'),
      ...systemMay('flow_position', 'select'),

      `create table discarded_job (
        run_id uuid primary key references durable_run (id) on delete cascade,
        tenant_id uuid not null,
        attempt int not null,
        discarded_by uuid not null,
        discarded_at timestamptz not null
      )`,
      'create index discarded_job_by_tenant on discarded_job (tenant_id, run_id)',
      ...tenantOwned('discarded_job'),

      `create table reconciliation (
        object_id uuid primary key references source_object (id) on delete cascade,
        tenant_id uuid not null,
        connection_id uuid not null,
        at timestamptz not null,
        method text not null check (method in ('KEYS', 'RECORDS', 'NONE')),
        source_records int,
        landed_records int not null,
        quarantined_records int not null,
        missing int not null,
        surplus int not null,
        problem jsonb
      )`,
      'create index reconciliation_by_tenant on reconciliation (tenant_id, connection_id)',
      ...tenantOwned('reconciliation'),
    ];
    for (const statement of statements) this.addSql(statement);
  }

  override down(): void {
    for (const table of TABLES) this.addSql(`drop table ${table}`);
  }
}
