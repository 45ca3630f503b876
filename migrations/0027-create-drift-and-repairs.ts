import { Migration } from '@mikro-orm/migrations';
import { tenantOwned } from '../subgraphs/kernel/database/migration-sql.ts';

/** Drift of sources, repairs of how their objects are read, and what depends on them. */
export class CreateDriftAndRepairs extends Migration {
  override up(): void {
    const statements = [
      `create table object_reading (
        id uuid primary key,
        tenant_id uuid not null,
        connection_id uuid not null references connection (id) on delete cascade,
        object_id uuid not null references source_object (id) on delete cascade,
        version int not null check (version > 0),
        rules jsonb not null,
        status text not null check (status in ('ACTIVE', 'SUPERSEDED', 'ROLLED_BACK')),
        repair_id uuid not null,
        created_at timestamptz not null,
        ended_at timestamptz,
        unique (tenant_id, object_id, version)
      )`,
      `create unique index object_reading_active on object_reading (tenant_id, object_id) where status = 'ACTIVE'`,
      ...tenantOwned('object_reading'),

      `create table drift (
        id uuid primary key,
        tenant_id uuid not null,
        connection_id uuid not null references connection (id) on delete cascade,
        object_id uuid not null references source_object (id) on delete cascade,
        kind text not null,
        severity text not null check (severity in ('INFO', 'WARNING', 'CRITICAL')),
        status text not null check (status in ('OPEN', 'PASSED', 'REPAIRED', 'DISMISSED', 'GONE')),
        field text,
        summary text not null,
        before jsonb not null,
        after jsonb not null,
        confidence double precision not null,
        evidence jsonb not null,
        dependents jsonb not null,
        holds boolean not null,
        fingerprint text not null,
        repair_id uuid,
        detected_at timestamptz not null,
        closed_at timestamptz
      )`,
      'create index drift_by_time on drift (tenant_id, detected_at, id)',
      'create index drift_by_object on drift (tenant_id, object_id, status)',
      `create unique index drift_open on drift (tenant_id, object_id, fingerprint) where status = 'OPEN'`,
      ...tenantOwned('drift'),

      `create table repair_proposal (
        id uuid primary key,
        tenant_id uuid not null,
        connection_id uuid not null references connection (id) on delete cascade,
        object_id uuid not null references source_object (id) on delete cascade,
        status text not null check (status in ('PROPOSED', 'APPLIED', 'REJECTED', 'ROLLED_BACK', 'EXPIRED')),
        confidence double precision not null,
        automatic boolean not null,
        reason text,
        changes jsonb not null,
        rules jsonb not null,
        available jsonb not null,
        affected int not null,
        fingerprint text not null,
        approval_id uuid,
        replay_run_id uuid,
        settled boolean not null default false,
        proposed_at timestamptz not null,
        expires_at timestamptz not null,
        decided_at timestamptz,
        decided_by uuid
      )`,
      'create index repair_proposal_by_time on repair_proposal (tenant_id, proposed_at, id)',
      'create index repair_proposal_by_object on repair_proposal (tenant_id, object_id, status)',
      `create unique index repair_proposal_waiting on repair_proposal (tenant_id, object_id) where status = 'PROPOSED'`,
      ...tenantOwned('repair_proposal'),

      `create table repair_policy (
        tenant_id uuid primary key,
        automatic boolean not null,
        minimum_confidence double precision not null check (minimum_confidence between 0 and 1),
        critical_keys boolean not null,
        critical_money boolean not null,
        critical_entities jsonb not null,
        observe_every_minutes int check (observe_every_minutes > 0),
        updated_by uuid,
        updated_at timestamptz not null
      )`,
      ...tenantOwned('repair_policy'),

      `create table object_dependence (
        tenant_id uuid not null,
        object_id uuid not null,
        connection_id uuid not null,
        fields jsonb not null,
        primary key (tenant_id, object_id)
      )`,
      'create index object_dependence_by_connection on object_dependence (tenant_id, connection_id)',
      ...tenantOwned('object_dependence'),

      // When a connection was last looked at for drift, so that its source is not asked more often than it has to be.
      `create table observation (
        tenant_id uuid not null,
        connection_id uuid not null references connection (id) on delete cascade,
        observed_at timestamptz not null,
        problem text,
        primary key (tenant_id, connection_id)
      )`,
      ...tenantOwned('observation'),
    ];
    for (const statement of statements) this.addSql(statement);
  }

  override down(): void {
    for (const table of ['observation', 'object_dependence', 'repair_policy', 'repair_proposal', 'drift', 'object_reading'])
      this.addSql(`drop table ${table}`);
  }
}
