import { Migration } from '@mikro-orm/migrations';
import { systemMay } from '../subgraphs/kernel/database/migration-sql.ts';
import { SYSTEM_ROLE } from '../subgraphs/kernel/database/roles.ts';

/** Demo workspaces beside a tenant, and the people of that tenant in them. */
export class AddWorkspaces extends Migration {
  override up(): void {
    const statements = [
      'alter table tenant drop constraint tenant_kind_check',
      "alter table tenant add constraint tenant_kind_check check (kind in ('PERSONAL', 'ORGANISATION', 'DEMO'))",
      'alter table tenant add column parent_id uuid references tenant (id) on delete cascade',
      'alter table tenant add column closing_at timestamptz',
      "alter table tenant add constraint tenant_demo_has_parent check ((kind = 'DEMO') = (parent_id is not null))",
      'create unique index tenant_by_parent on tenant (parent_id)',
      // A tenant sees the workspaces that are its own, and may do nothing to them but enter.
      `create policy tenant_workspaces on tenant for select
        using (parent_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid))`,

      'alter table user_account add column home_tenant_id uuid',
      'alter table user_account add column home_user_id uuid',
      'alter table user_account add constraint user_account_home check ((home_tenant_id is null) = (home_user_id is null))',
      'create unique index user_account_by_home on user_account (tenant_id, home_user_id) where home_user_id is not null',

      // What the relay remembers of a tenant goes with it.
      ...systemMay('outbox_low_water', 'delete'),
    ];
    for (const statement of statements) this.addSql(statement);
  }

  override down(): void {
    const statements = [
      'drop policy outbox_low_water_system_delete on outbox_low_water',
      `revoke delete on outbox_low_water from ${SYSTEM_ROLE}`,
      // The owner is under row-level security too, and sees no rows of any tenant.
      'alter table tenant no force row level security',
      "delete from tenant where kind = 'DEMO'",
      'alter table tenant force row level security',
      'drop index user_account_by_home',
      'alter table user_account drop column home_user_id, drop column home_tenant_id',
      'drop policy tenant_workspaces on tenant',
      'drop index tenant_by_parent',
      'alter table tenant drop constraint tenant_demo_has_parent',
      'alter table tenant drop column closing_at, drop column parent_id',
      'alter table tenant drop constraint tenant_kind_check',
      "alter table tenant add constraint tenant_kind_check check (kind in ('PERSONAL', 'ORGANISATION'))",
    ];
    for (const statement of statements) this.addSql(statement);
  }
}
