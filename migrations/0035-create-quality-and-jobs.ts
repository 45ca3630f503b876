import { Migration } from '@mikro-orm/migrations';
import { tenantOwned } from '../subgraphs/kernel/database/migration-sql.ts';

/** Data tests with their last results, control totals of syncs, what both come to for each entity type; mapping jobs; what answers know of quality. */
export class CreateQualityAndJobs extends Migration {
  override up(): void {
    const statements = [
      `create table data_test (
        id uuid primary key,
        tenant_id uuid not null,
        entity_name text not null,
        kind text not null check (kind in ('UNIQUE', 'REQUIRED', 'REFERENTIAL', 'RANGE', 'FRESHNESS', 'VOLUME')),
        attribute text,
        minimum text,
        maximum text,
        max_age_hours int,
        tolerance double precision not null,
        severity text not null check (severity in ('WARNING', 'CRITICAL')),
        origin text not null check (origin in ('PROPOSED', 'PERSON')),
        enabled boolean not null,
        status text not null check (status in ('UNKNOWN', 'PASSING', 'FAILING', 'UNFIT')),
        checked bigint not null,
        failing bigint not null,
        last_run_at timestamptz,
        failing_since timestamptz,
        created_at timestamptz not null,
        created_by uuid
      )`,
      'create index data_test_by_entity on data_test (tenant_id, entity_name, id)',
      "create unique index data_test_proposed on data_test (tenant_id, entity_name, kind, coalesce(attribute, '')) where origin = 'PROPOSED'",
      ...tenantOwned('data_test'),

      `create table control_total (
        id uuid primary key,
        tenant_id uuid not null,
        connection_id uuid not null,
        object_id uuid not null,
        object_name text not null,
        entity_name text not null,
        sync_id uuid,
        source_records bigint,
        landed_records bigint not null,
        unified_records bigint not null,
        quarantined_records bigint not null,
        columns jsonb not null,
        differences jsonb not null,
        measured_at timestamptz not null
      )`,
      'create index control_total_by_connection on control_total (tenant_id, connection_id, measured_at, id)',
      'create index control_total_by_object on control_total (tenant_id, object_id, measured_at)',
      ...tenantOwned('control_total'),

      `create table entity_quality (
        tenant_id uuid not null,
        entity_name text not null,
        score double precision not null,
        failing int not null,
        reasons jsonb not null,
        changed_at timestamptz not null,
        primary key (tenant_id, entity_name)
      )`,
      ...tenantOwned('entity_quality'),

      `create table mapping_job (
        id uuid primary key,
        tenant_id uuid not null,
        connection_ids jsonb not null,
        auto_accept_above double precision not null,
        status text not null check (status in ('RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
        connections jsonb not null,
        started_by uuid not null,
        started_at timestamptz not null,
        finished_at timestamptz
      )`,
      'create index mapping_job_by_tenant on mapping_job (tenant_id, started_at, id)',
      ...tenantOwned('mapping_job'),

      `create table answer_quality (
        tenant_id uuid not null,
        entity_name text not null,
        score double precision not null,
        reasons jsonb not null,
        told_at bigint not null,
        primary key (tenant_id, entity_name)
      )`,
      ...tenantOwned('answer_quality'),
    ];
    for (const statement of statements) this.addSql(statement);
  }

  override down(): void {
    for (const table of ['answer_quality', 'mapping_job', 'entity_quality', 'control_total', 'data_test'])
      this.addSql(`drop table ${table}`);
  }
}
