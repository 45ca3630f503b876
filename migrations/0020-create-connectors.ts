import { Migration } from '@mikro-orm/migrations';
import { systemMay, tenantOwned } from '../subgraphs/kernel/database/migration-sql.ts';

/** Connections, what discovery found in them, their syncs, uploads. */
export class CreateConnectors extends Migration {
  override up(): void {
    const statements = [
      `create table upload (
        id uuid primary key,
        tenant_id uuid not null,
        created_by uuid not null,
        created_at timestamptz not null,
        connected_at timestamptz
      )`,
      'create index upload_by_tenant on upload (tenant_id, created_at, id)',
      ...tenantOwned('upload'),

      `create table connection (
        id uuid primary key,
        tenant_id uuid not null,
        name text not null,
        kind text not null check (kind in ('FILES')),
        location text not null,
        status text not null check (status in ('DISCOVERING', 'SYNCING', 'READY', 'FAILED')),
        status_reason text,
        created_by uuid,
        created_at timestamptz not null
      )`,
      'create index connection_by_tenant on connection (tenant_id, created_at, id)',
      ...tenantOwned('connection'),

      `create table source_object (
        id uuid primary key,
        tenant_id uuid not null,
        connection_id uuid not null references connection (id) on delete cascade,
        name text not null,
        path text not null,
        status text not null check (status in ('READY', 'SKIPPED')),
        status_code text,
        status_reason text,
        notes jsonb not null default '[]',
        row_count int not null default 0,
        quarantined_count int not null default 0,
        key_columns jsonb,
        schema_id uuid,
        landed_hash text,
        landed_fingerprint text,
        created_at timestamptz not null,
        unique (connection_id, path)
      )`,
      'create index source_object_by_tenant on source_object (tenant_id, connection_id, path)',
      ...tenantOwned('source_object'),

      `create table source_schema (
        id uuid primary key,
        tenant_id uuid not null,
        object_id uuid not null references source_object (id) on delete cascade,
        fingerprint text not null,
        discovered_at timestamptz not null,
        columns jsonb not null,
        primary_key jsonb,
        foreign_keys jsonb not null,
        plan jsonb not null,
        unique (object_id, fingerprint)
      )`,
      'create index source_schema_by_tenant on source_schema (tenant_id, object_id)',
      ...tenantOwned('source_schema'),

      `create table sync_run (
        id uuid primary key,
        tenant_id uuid not null,
        connection_id uuid not null references connection (id) on delete cascade,
        status text not null check (status in ('RUNNING', 'SUCCEEDED', 'FAILED')),
        phase text not null check (phase in ('DISCOVERING', 'LANDING', 'FINISHED')),
        started_at timestamptz not null,
        finished_at timestamptz,
        records_landed int not null default 0,
        records_unchanged int not null default 0,
        records_removed int not null default 0,
        records_quarantined int not null default 0,
        progress double precision not null default 0,
        position jsonb,
        problem jsonb,
        lease_until timestamptz not null
      )`,
      'create index sync_run_by_tenant on sync_run (tenant_id, connection_id, started_at, id)',
      // One sync of a connection at a time, whoever starts it.
      "create unique index sync_run_one_running on sync_run (connection_id) where status = 'RUNNING'",
      ...tenantOwned('sync_run'),
      ...systemMay('sync_run', 'select'),
    ];
    for (const statement of statements) this.addSql(statement);
  }

  override down(): void {
    for (const table of ['sync_run', 'source_schema', 'source_object', 'connection', 'upload']) this.addSql(`drop table ${table}`);
  }
}
