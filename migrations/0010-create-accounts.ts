import { Migration } from '@mikro-orm/migrations';
import { systemMay, tenantOwned } from '../subgraphs/kernel/database/migration-sql.ts';

/** Tenants, the people in them, one-time log-in links. */
export class CreateAccounts extends Migration {
  override up(): void {
    const statements = [
      `create table tenant (
        id uuid primary key,
        name text not null,
        slug text not null unique,
        kind text not null check (kind in ('PERSONAL', 'ORGANISATION')),
        created_at timestamptz not null
      )`,
      ...tenantOwned('tenant', 'id'),
      ...systemMay('tenant', 'select'),

      `create table user_account (
        id uuid primary key,
        tenant_id uuid not null references tenant (id) on delete cascade,
        email text not null unique,
        display_name text not null,
        role text not null check (role in ('OWNER', 'ADMIN', 'OPERATOR', 'ANALYST', 'VIEWER', 'AGENT')),
        password_hash text,
        created_at timestamptz not null
      )`,
      'create index user_account_by_tenant on user_account (tenant_id, created_at, id)',
      ...tenantOwned('user_account'),
      // Log-in knows an e-mail and no tenant yet: this lets exactly that row be read.
      `create policy user_account_log_in on user_account for select
        using (email = (select nullif(current_setting('app.log_in_email', true), '')))`,

      `create table log_in_link (
        code_hash text primary key,
        tenant_id uuid not null references tenant (id) on delete cascade,
        user_id uuid not null references user_account (id) on delete cascade,
        expires_at timestamptz not null,
        used_at timestamptz
      )`,
      'create index log_in_link_by_tenant on log_in_link (tenant_id, expires_at)',
      ...tenantOwned('log_in_link'),
      // Whoever holds the code may read its row, and so learn which tenant it is for.
      `create policy log_in_link_by_code on log_in_link for select
        using (code_hash = (select nullif(current_setting('app.log_in_code_hash', true), '')))`,
    ];
    for (const statement of statements) this.addSql(statement);
  }

  override down(): void {
    for (const table of ['log_in_link', 'user_account', 'tenant']) this.addSql(`drop table ${table}`);
  }
}
