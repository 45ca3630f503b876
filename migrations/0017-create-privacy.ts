import { Migration } from '@mikro-orm/migrations';
import { tenantOwned } from '../subgraphs/kernel/database/migration-sql.ts';
import { APP_LOGIN } from '../subgraphs/kernel/database/roles.ts';

/** How long things are kept, who agreed to what, and the requests of people to be forgotten or to be told. */
export class CreatePrivacy extends Migration {
  override up(): void {
    const statements = [
      `create table retention_rule (
        tenant_id uuid not null,
        kind text not null,
        days int not null check (days > 0),
        updated_by uuid,
        updated_at timestamptz not null,
        primary key (tenant_id, kind)
      )`,
      ...tenantOwned('retention_rule'),

      `create table retention_result (
        tenant_id uuid not null,
        run_id uuid not null,
        kind text not null,
        older_than timestamptz not null,
        dry_run boolean not null,
        deleted int not null,
        finished_at timestamptz not null,
        primary key (tenant_id, run_id, kind)
      )`,
      'create index retention_result_by_time on retention_result (tenant_id, finished_at)',
      ...tenantOwned('retention_result'),

      `create table consent_event (
        id uuid primary key,
        tenant_id uuid not null,
        subject_digest text not null,
        subject text not null,
        purpose text not null,
        legal_basis text not null check (legal_basis in
          ('CONSENT', 'CONTRACT', 'LEGAL_OBLIGATION', 'VITAL_INTERESTS', 'PUBLIC_TASK', 'LEGITIMATE_INTERESTS')),
        source text not null,
        state text not null check (state in ('GRANTED', 'WITHDRAWN')),
        at timestamptz not null,
        evidence text not null,
        recorded_by uuid not null,
        recorded_at timestamptz not null
      )`,
      'create index consent_event_by_subject on consent_event (tenant_id, subject_digest, purpose, at, id)',
      ...tenantOwned('consent_event'),
      // What was agreed to is history: nobody changes it, but what it says of a person can be taken out of its texts when they are forgotten.
      `revoke update on consent_event from ${APP_LOGIN}`,
      `grant update (purpose, source, evidence) on consent_event to ${APP_LOGIN}`,

      `create table erasure_request (
        id uuid primary key,
        tenant_id uuid not null,
        status text not null check (status in ('SEARCHING', 'AWAITING_CONFIRMATION', 'ERASING', 'DONE', 'FAILED', 'CANCELLED')),
        treatment text not null check (treatment in ('PSEUDONYMISE', 'ERASE')),
        identifiers text,
        subject jsonb not null,
        reason text not null,
        include_related boolean not null,
        preview jsonb,
        done jsonb,
        requested_by uuid not null,
        requested_at timestamptz not null,
        confirmed_by uuid,
        confirmed_at timestamptz,
        finished_at timestamptz,
        certificate text,
        certificate_hash text
      )`,
      'create index erasure_request_by_time on erasure_request (tenant_id, requested_at, id)',
      ...tenantOwned('erasure_request'),

      `create table person_export (
        id uuid primary key,
        tenant_id uuid not null,
        status text not null check (status in ('COLLECTING', 'READY', 'EXPIRED', 'FAILED')),
        identifiers text,
        subject jsonb not null,
        requested_by uuid not null,
        requested_at timestamptz not null,
        records int not null default 0,
        bytes int not null default 0,
        truncated boolean not null default false,
        expires_at timestamptz not null
      )`,
      'create index person_export_by_time on person_export (tenant_id, requested_at, id)',
      ...tenantOwned('person_export'),

      `create table person_export_part (
        tenant_id uuid not null,
        export_id uuid not null references person_export (id) on delete cascade,
        position int not null,
        sealed text not null,
        primary key (tenant_id, export_id, position)
      )`,
      ...tenantOwned('person_export_part'),
    ];
    for (const statement of statements) this.addSql(statement);
  }

  override down(): void {
    for (const table of ['person_export_part', 'person_export', 'erasure_request', 'consent_event', 'retention_result', 'retention_rule'])
      this.addSql(`drop table ${table}`);
  }
}
