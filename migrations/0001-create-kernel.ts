import { Migration } from '@mikro-orm/migrations';
import { systemMay, tenantOwned } from '../subgraphs/kernel/database/migration-sql.ts';
import { APP_LOGIN, MIGRATOR_LOGIN, SYSTEM_ROLE } from '../subgraphs/kernel/database/roles.ts';

/** Outbox and deliveries, idempotency records, approvals, the journal of requests. */
export class CreateKernel extends Migration {
  override up(): void {
    const statements = [
      `alter default privileges for role ${MIGRATOR_LOGIN} in schema public grant select, insert, update, delete on tables to ${APP_LOGIN}`,
      `alter default privileges for role ${MIGRATOR_LOGIN} in schema public grant usage on sequences to ${APP_LOGIN}`,
      `grant usage on schema public to ${APP_LOGIN}, ${SYSTEM_ROLE}`,

      'create sequence outbox_sequence',
      `grant usage on sequence outbox_sequence to ${SYSTEM_ROLE}`,
      `create table outbox_entry (
        id uuid primary key default gen_random_uuid(),
        tenant_id uuid not null,
        topic text not null,
        payload jsonb not null,
        position int not null,
        trace_id text,
        created_at timestamptz not null default now(),
        sequence bigint unique
      )`,
      'create index outbox_entry_by_tenant on outbox_entry (tenant_id, sequence)',
      'create index outbox_entry_unnumbered on outbox_entry (created_at, position, id) where sequence is null',
      ...tenantOwned('outbox_entry'),
      ...systemMay('outbox_entry', 'select'),
      ...systemMay('outbox_entry', 'update'),

      'create table relay_lease (only_one boolean primary key default true check (only_one))',
      'insert into relay_lease default values',
      `grant select, update on relay_lease to ${SYSTEM_ROLE}`,

      `create table event_delivery (
        consumer text not null,
        event_id uuid not null references outbox_entry (id) on delete cascade,
        tenant_id uuid not null,
        sequence bigint not null,
        attempts int not null default 0,
        next_attempt_at timestamptz not null default now(),
        claimed_until timestamptz,
        parked_at timestamptz,
        last_error text,
        primary key (consumer, event_id)
      )`,
      'create index event_delivery_by_tenant on event_delivery (tenant_id, consumer, sequence)',
      'create index event_delivery_head on event_delivery (consumer, tenant_id, sequence) where parked_at is null',
      ...tenantOwned('event_delivery'),
      ...(['select', 'insert', 'update', 'delete'] as const).flatMap((command) => systemMay('event_delivery', command)),

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

      `create table approval (
        id uuid primary key,
        tenant_id uuid not null,
        status text not null check (status in ('PENDING', 'APPROVED', 'REJECTED', 'EXPIRED')),
        title text not null,
        intent text not null,
        evidence jsonb not null,
        subject text not null,
        requested_at timestamptz not null,
        expires_at timestamptz not null,
        decided_at timestamptz,
        decided_by uuid,
        comment text,
        unique (tenant_id, subject)
      )`,
      'create index approval_by_tenant on approval (tenant_id, status, requested_at, id)',
      ...tenantOwned('approval'),

      `create table journal_entry (
        id uuid primary key default gen_random_uuid(),
        tenant_id uuid not null,
        user_id uuid not null,
        request_id text not null,
        operation text not null,
        kind text not null,
        outcome text not null,
        duration_ms double precision not null,
        at timestamptz not null
      )`,
      'create index journal_entry_by_tenant on journal_entry (tenant_id, at)',
      ...tenantOwned('journal_entry'),
    ];
    for (const statement of statements) this.addSql(statement);
  }

  override down(): void {
    for (const table of ['journal_entry', 'approval', 'idempotency_record', 'event_delivery', 'relay_lease', 'outbox_entry']) {
      this.addSql(`drop table ${table}`);
    }
    this.addSql('drop sequence outbox_sequence');
  }
}
