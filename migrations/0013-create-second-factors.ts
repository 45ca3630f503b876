import { Migration } from '@mikro-orm/migrations';
import { tenantOwned } from '../subgraphs/kernel/database/migration-sql.ts';

/** Second factors of people, and through whom else a tenant's people log in. */
export class CreateSecondFactors extends Migration {
  override up(): void {
    const statements = [
      `create table second_factor (
        user_id uuid primary key references user_account (id) on delete cascade,
        tenant_id uuid not null references tenant (id) on delete cascade,
        sealed_secret text not null,
        created_at timestamptz not null,
        confirmed_at timestamptz,
        last_step bigint not null
      )`,
      'create index second_factor_by_tenant on second_factor (tenant_id, user_id)',
      ...tenantOwned('second_factor'),

      `create table recovery_code (
        code_hash text primary key,
        tenant_id uuid not null references tenant (id) on delete cascade,
        user_id uuid not null references user_account (id) on delete cascade,
        used_at timestamptz
      )`,
      'create index recovery_code_by_user on recovery_code (tenant_id, user_id)',
      ...tenantOwned('recovery_code'),

      `create table single_sign_on (
        tenant_id uuid primary key references tenant (id) on delete cascade,
        issuer text not null,
        client_id text not null,
        sealed_secret text not null,
        domains text[] not null,
        default_role text not null,
        just_in_time boolean not null,
        updated_at timestamptz not null
      )`,
      ...tenantOwned('single_sign_on'),
    ];
    for (const statement of statements) this.addSql(statement);
  }

  override down(): void {
    for (const table of ['single_sign_on', 'recovery_code', 'second_factor']) this.addSql(`drop table ${table}`);
  }
}
