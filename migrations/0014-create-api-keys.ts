import { Migration } from '@mikro-orm/migrations';
import { tenantOwned } from '../subgraphs/kernel/database/migration-sql.ts';

/** Keys of programs, and accounts that are no person's. */
export class CreateApiKeys extends Migration {
  override up(): void {
    const statements = [
      `alter table user_account add column kind text not null default 'PERSON' check (kind in ('PERSON', 'SERVICE'))`,
      'alter table user_account add column created_by uuid',
      'create index user_account_services on user_account (tenant_id, kind, created_at, id)',

      `create table api_key (
        id uuid primary key,
        tenant_id uuid not null references tenant (id) on delete cascade,
        user_id uuid not null references user_account (id) on delete cascade,
        made_by uuid not null,
        name text not null,
        prefix text not null unique,
        secret_hash text not null,
        scopes text[],
        created_at timestamptz not null,
        expires_at timestamptz,
        revoked_at timestamptz,
        last_used_at timestamptz,
        last_used_from text,
        replaced_by uuid,
        warned_at timestamptz
      )`,
      'create index api_key_by_tenant on api_key (tenant_id, created_at, id)',
      'create index api_key_by_user on api_key (tenant_id, user_id, created_at)',
      'create index api_key_by_end on api_key (tenant_id, expires_at) where revoked_at is null and expires_at is not null',
      ...tenantOwned('api_key'),
      // Whoever holds a key says its prefix, and so which tenant it is for; the secret is compared afterwards.
      `create policy api_key_by_prefix on api_key for select
        using (prefix = (select nullif(current_setting('app.api_key_prefix', true), '')))`,
    ];
    for (const statement of statements) this.addSql(statement);
  }

  override down(): void {
    const statements = [
      'drop table api_key',
      'drop index user_account_services',
      // The owner is under row-level security too, and sees no rows of any tenant.
      'alter table user_account no force row level security',
      "delete from user_account where kind = 'SERVICE'",
      'alter table user_account force row level security',
      'alter table user_account drop column created_by, drop column kind',
    ];
    for (const statement of statements) this.addSql(statement);
  }
}
