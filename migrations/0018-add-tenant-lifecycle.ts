import { Migration } from '@mikro-orm/migrations';
import { systemMay, tenantOwned } from '../subgraphs/kernel/database/migration-sql.ts';
import { APP_LOGIN } from '../subgraphs/kernel/database/roles.ts';

/** Tenants that are frozen, taken out whole, closed; the proof of a closure outlives its tenant. */
export class AddTenantLifecycle extends Migration {
  override up(): void {
    const statements = [
      'alter table tenant add column frozen_at timestamptz',
      'alter table tenant add column frozen_reason text',

      `create table tenant_export (
        id uuid primary key,
        tenant_id uuid not null,
        run_id uuid not null,
        created_by uuid not null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        finished_at timestamptz,
        files int not null default 0,
        rows bigint not null default 0,
        bytes bigint not null default 0
      )`,
      'create index tenant_export_by_tenant on tenant_export (tenant_id, created_at, id)',
      ...tenantOwned('tenant_export'),
      ...systemMay('tenant_export', 'select'),
      ...systemMay('tenant_export', 'delete'),

      `create table tenant_export_part (
        tenant_id uuid not null,
        export_id uuid not null references tenant_export (id) on delete cascade,
        ordinal int not null,
        name text not null,
        rows int not null,
        bytes int not null,
        sha256 text not null,
        data bytea not null,
        primary key (tenant_id, export_id, ordinal)
      )`,
      ...tenantOwned('tenant_export_part'),

      `create table tenant_closure (
        tenant_id uuid primary key,
        name text not null,
        receipt_hash text not null unique,
        reason text,
        requested_by uuid not null,
        requested_at timestamptz not null,
        counts_before jsonb,
        counts_after jsonb,
        checks jsonb,
        finished_at timestamptz,
        seal text
      )`,
      ...tenantOwned('tenant_closure'),
      ...systemMay('tenant_closure', 'select'),
      `revoke delete on tenant_closure from ${APP_LOGIN}`,
      // Whoever holds the receipt may read what became of it; there is no other way in when the tenant is gone.
      `create policy tenant_closure_by_receipt on tenant_closure for select
        using (receipt_hash = (select nullif(current_setting('app.closure_receipt_hash', true), '')))`,
    ];
    for (const statement of statements) this.addSql(statement);
  }

  override down(): void {
    for (const table of ['tenant_closure', 'tenant_export_part', 'tenant_export']) this.addSql(`drop table ${table}`);
    this.addSql('alter table tenant drop column frozen_reason, drop column frozen_at');
  }
}
