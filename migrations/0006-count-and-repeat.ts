import { Migration } from '@mikro-orm/migrations';
import { systemMay, tenantOwned } from '../subgraphs/kernel/database/migration-sql.ts';

/** What tenants use and the plan they have; idempotency records that outlive the process that claimed them. */
export class CountAndRepeat extends Migration {
  override up(): void {
    const statements = [
      `create table tenant_usage (
        tenant_id uuid not null,
        day date not null,
        measure text not null check (measure in ('REQUESTS', 'RECORDS', 'RUNS', 'TOKENS')),
        amount bigint not null check (amount >= 0),
        primary key (tenant_id, day, measure)
      )`,
      ...tenantOwned('tenant_usage'),

      `create table tenant_plan (
        tenant_id uuid primary key,
        plan text not null check (plan in ('PERSONAL', 'STARTER', 'TEAM', 'BUSINESS', 'ENTERPRISE')),
        changed_at timestamptz not null
      )`,
      ...tenantOwned('tenant_plan'),

      // Nothing of the old kind is worth keeping: it lived for a day at most.
      'drop table idempotency_record',
      `create table idempotency_record (
        tenant_id uuid not null,
        actor_id uuid not null,
        key text not null check (char_length(key) between 1 and 255),
        request_hash text not null,
        status text not null check (status in ('CLAIMED', 'DONE', 'IN_DOUBT')),
        claim uuid not null,
        claimed_until timestamptz not null,
        sealed_reply text,
        created_at timestamptz not null default now(),
        primary key (tenant_id, actor_id, key),
        check (status <> 'DONE' or sealed_reply is not null)
      )`,
      'create index idempotency_record_by_age on idempotency_record (created_at)',
      ...tenantOwned('idempotency_record'),
      ...systemMay('idempotency_record', 'select'),
      ...systemMay('idempotency_record', 'delete'),
    ];
    for (const statement of statements) this.addSql(statement);
  }

  override down(): void {
    const statements = [
      'drop table idempotency_record',
      `create table idempotency_record (
        tenant_id uuid not null,
        actor_id uuid not null,
        key text not null check (char_length(key) between 1 and 255),
        request_hash text not null,
        reply jsonb not null,
        created_at timestamptz not null default now(),
        primary key (tenant_id, actor_id, key)
      )`,
      ...tenantOwned('idempotency_record'),
      'drop table tenant_plan',
      'drop table tenant_usage',
    ];
    for (const statement of statements) this.addSql(statement);
  }
}
