import { Migration } from '@mikro-orm/migrations';
import { tenantOwned } from '../subgraphs/kernel/database/migration-sql.ts';

const ACTIONS = "'ALLOW', 'WARN', 'REDACT', 'BLOCK'";

/** Personal data at ingress: policies, the tenant's key for pseudonyms, what was found where, and who must not come back. */
export class CreatePersonalData extends Migration {
  override up(): void {
    const statements = [
      `create table personal_data_policy (
        tenant_id uuid not null,
        source_kind text not null check (source_kind in ('ANY', 'CONNECTIONS', 'CONNECTION', 'QUESTIONS', 'AGENT_INPUTS')),
        source text not null default '',
        type text not null,
        action text not null check (action in (${ACTIONS})),
        updated_by uuid,
        updated_at timestamptz not null,
        primary key (tenant_id, source_kind, source, type)
      )`,
      ...tenantOwned('personal_data_policy'),

      `create table personal_data_key (
        tenant_id uuid primary key,
        sealed text not null,
        created_at timestamptz not null default now()
      )`,
      ...tenantOwned('personal_data_key'),

      `create table personal_data_finding (
        id uuid primary key,
        tenant_id uuid not null,
        source_kind text not null check (source_kind in ('CONNECTION', 'QUESTIONS', 'AGENT_INPUTS')),
        source_id text not null default '',
        source_name text not null,
        object_id uuid,
        object_name text not null default '',
        column_name text not null default '',
        type text not null,
        value_count int not null,
        estimated boolean not null,
        confidence double precision not null check (confidence between 0 and 1),
        action text not null check (action in (${ACTIONS})),
        first_seen_at timestamptz not null,
        last_seen_at timestamptz not null,
        unique (tenant_id, source_kind, source_id, object_name, column_name, type)
      )`,
      'create index personal_data_finding_by_time on personal_data_finding (tenant_id, last_seen_at, id)',
      ...tenantOwned('personal_data_finding'),

      `create table erased_identifier (
        tenant_id uuid not null,
        digest text not null,
        kind text not null check (kind in ('EMAIL', 'PHONE', 'NAME', 'KEY')),
        size int not null check (size > 0),
        whole_row boolean not null,
        request_id uuid not null,
        created_at timestamptz not null default now(),
        primary key (tenant_id, digest)
      )`,
      ...tenantOwned('erased_identifier'),
    ];
    for (const statement of statements) this.addSql(statement);
  }

  override down(): void {
    for (const table of ['erased_identifier', 'personal_data_finding', 'personal_data_key', 'personal_data_policy'])
      this.addSql(`drop table ${table}`);
  }
}
