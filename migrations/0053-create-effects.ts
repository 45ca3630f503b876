import { Migration } from '@mikro-orm/migrations';
import { systemMay, tenantOwned } from '../subgraphs/kernel/database/migration-sql.ts';

/** What agents did to the world, the tickets they opened, and whom they may speak to outside. */
export class CreateEffects extends Migration {
  override up(): void {
    const statements = [
      `create table effect (
        id uuid primary key,
        tenant_id uuid not null,
        key text not null,
        run_id uuid not null,
        agent_id uuid not null,
        path text not null,
        tool text not null,
        status text not null check (status in ('PLANNED', 'DONE', 'IN_DOUBT', 'NOT_DONE', 'GIVEN_UP')),
        input jsonb not null,
        output jsonb,
        problem text,
        planned_at timestamptz not null,
        settled_at timestamptz,
        settled_by uuid,
        unique (tenant_id, key)
      )`,
      'create index effect_by_time on effect (tenant_id, planned_at desc, id desc)',
      'create index effect_by_run on effect (tenant_id, run_id, planned_at desc, id desc)',
      "create index effect_in_doubt on effect (tenant_id, planned_at desc, id desc) where status = 'IN_DOUBT'",
      ...tenantOwned('effect'),

      `create table ticket (
        id uuid primary key,
        tenant_id uuid not null,
        number int not null,
        title text not null,
        body text not null,
        priority text not null check (priority in ('LOW', 'NORMAL', 'HIGH')),
        status text not null check (status in ('OPEN', 'DONE', 'DROPPED')),
        links jsonb not null,
        agent_id uuid not null,
        run_id uuid not null,
        assignee_id uuid,
        note text,
        opened_at timestamptz not null,
        closed_at timestamptz,
        closed_by uuid,
        unique (tenant_id, number)
      )`,
      'create index ticket_by_time on ticket (tenant_id, opened_at desc, id desc)',
      ...tenantOwned('ticket'),

      `create table tool_host (
        id uuid primary key,
        tenant_id uuid not null,
        host text not null,
        header_names text[] not null,
        headers_sealed text,
        saved_by uuid,
        saved_at timestamptz not null,
        unique (tenant_id, host)
      )`,
      ...tenantOwned('tool_host'),

      `create table mcp_server (
        id uuid primary key,
        tenant_id uuid not null,
        name text not null,
        url text not null,
        token_sealed text,
        allowed text[] not null,
        tools jsonb not null,
        problem text,
        saved_by uuid,
        saved_at timestamptz not null,
        asked_at timestamptz,
        unique (tenant_id, name)
      )`,
      ...tenantOwned('mcp_server'),

      // Set in the transaction of what is carried out under the key: what has it has happened, whatever became of its reply.
      'alter table idempotency_record add column carried_out_at timestamptz',
      'alter table idempotency_record drop constraint idempotency_record_check',
      `alter table idempotency_record add constraint idempotency_record_check
        check (status <> 'DONE' or sealed_reply is not null or carried_out_at is not null)`,
      // A process that is the only one lets go of the claims of the one before it.
      ...systemMay('idempotency_record', 'update'),
    ];
    for (const statement of statements) this.addSql(statement);
  }

  override down(): void {
    this.addSql('drop policy idempotency_record_system_update on idempotency_record');
    this.addSql("delete from idempotency_record where status = 'DONE' and sealed_reply is null");
    this.addSql('alter table idempotency_record drop column carried_out_at');
    this.addSql(
      "alter table idempotency_record add constraint idempotency_record_check check (status <> 'DONE' or sealed_reply is not null)",
    );
    for (const table of ['mcp_server', 'tool_host', 'ticket', 'effect']) this.addSql(`drop table ${table}`);
  }
}
