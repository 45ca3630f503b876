import { Migration } from '@mikro-orm/migrations';
import { tenantOwned } from '../subgraphs/kernel/database/migration-sql.ts';

/** Sessions of people, invitations, forgotten passwords, and how often somebody tried. */
export class CreateSessions extends Migration {
  override up(): void {
    const statements = [
      `alter table user_account add column persona text check (persona in ('CFO', 'CRO', 'COO', 'CTO'))`,

      "alter table log_in_link add column way text not null default 'LINK'",

      `create table user_session (
        id uuid primary key,
        tenant_id uuid not null references tenant (id) on delete cascade,
        user_id uuid not null references user_account (id) on delete cascade,
        way text not null,
        device text not null,
        address text,
        refresh_hash text,
        generation integer not null,
        rotated_at timestamptz not null,
        created_at timestamptz not null,
        last_used_at timestamptz not null,
        expires_at timestamptz not null,
        revoked_at timestamptz,
        revoked_because text
      )`,
      'create index user_session_by_user on user_session (tenant_id, user_id, created_at, id)',
      'create index user_session_by_end on user_session (tenant_id, expires_at)',
      ...tenantOwned('user_session'),

      `create table invitation (
        id uuid primary key,
        tenant_id uuid not null references tenant (id) on delete cascade,
        email text not null,
        role text not null,
        code_hash text not null unique,
        invited_by uuid not null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        accepted_at timestamptz,
        revoked_at timestamptz
      )`,
      'create index invitation_by_tenant on invitation (tenant_id, created_at, id)',
      ...tenantOwned('invitation'),

      `create table password_reset (
        code_hash text primary key,
        tenant_id uuid not null references tenant (id) on delete cascade,
        user_id uuid not null references user_account (id) on delete cascade,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        used_at timestamptz
      )`,
      'create index password_reset_by_user on password_reset (tenant_id, user_id)',
      ...tenantOwned('password_reset'),

      // Of nobody's tenant: attempts are counted before anybody is known. Names are keyed digests of an account and where attempts come from.
      `create table attempt_count (
        name_hash text primary key,
        attempts integer not null,
        blocked_until timestamptz not null,
        touched_at timestamptz not null
      )`,
      'create index attempt_count_by_age on attempt_count (touched_at)',
    ];
    for (const statement of statements) this.addSql(statement);
  }

  override down(): void {
    for (const table of ['attempt_count', 'password_reset', 'invitation', 'user_session']) this.addSql(`drop table ${table}`);
    this.addSql('alter table log_in_link drop column way');
    this.addSql('alter table user_account drop column persona');
  }
}
