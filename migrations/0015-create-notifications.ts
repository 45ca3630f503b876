import { Migration } from '@mikro-orm/migrations';
import { tenantOwned } from '../subgraphs/kernel/database/migration-sql.ts';
import { SYSTEM_ROLE } from '../subgraphs/kernel/database/roles.ts';

/** The inbox of each person, what each wants to be told how, and the channels of the company with what is sent over them. */
export class CreateNotifications extends Migration {
  override up(): void {
    const statements = [
      `create table notification (
        id uuid primary key,
        tenant_id uuid not null references tenant (id) on delete cascade,
        user_id uuid not null references user_account (id) on delete cascade,
        kind text not null,
        severity text not null check (severity in ('INFO', 'ATTENTION', 'URGENT')),
        title text not null,
        body text not null,
        link text,
        group_key text not null,
        times integer not null,
        sequence bigint not null,
        created_at timestamptz not null,
        told_at timestamptz not null,
        read_at timestamptz
      )`,
      'create index notification_by_user on notification (tenant_id, user_id, told_at, id)',
      'create unique index notification_group on notification (tenant_id, user_id, group_key)',
      'create index notification_unread on notification (tenant_id, user_id) where read_at is null',
      ...tenantOwned('notification'),

      `create table notification_preference (
        tenant_id uuid not null references tenant (id) on delete cascade,
        user_id uuid not null references user_account (id) on delete cascade,
        kind text not null,
        inbox boolean not null,
        email boolean not null,
        primary key (tenant_id, user_id, kind)
      )`,
      ...tenantOwned('notification_preference'),

      `create table notification_channel (
        id uuid primary key,
        tenant_id uuid not null references tenant (id) on delete cascade,
        kind text not null check (kind in ('SLACK', 'WEBHOOK')),
        name text not null,
        host text not null,
        url_sealed text not null,
        secret_sealed text,
        kinds text[],
        minimum_severity text not null,
        paused boolean not null,
        created_by uuid,
        created_at timestamptz not null
      )`,
      'create index notification_channel_by_tenant on notification_channel (tenant_id, created_at, id)',
      ...tenantOwned('notification_channel'),

      `create table notification_delivery (
        id uuid primary key,
        tenant_id uuid not null references tenant (id) on delete cascade,
        channel_id uuid not null references notification_channel (id) on delete cascade,
        kind text not null,
        notice jsonb not null,
        status text not null check (status in ('PENDING', 'DELIVERED', 'DEAD')),
        attempts integer not null,
        next_at timestamptz not null,
        leased_until timestamptz,
        reply_status integer,
        problem text,
        created_at timestamptz not null,
        finished_at timestamptz
      )`,
      'create index notification_delivery_by_channel on notification_delivery (tenant_id, channel_id, created_at, id)',
      'create index notification_delivery_by_time on notification_delivery (tenant_id, created_at, id)',
      "create index notification_delivery_due on notification_delivery (next_at) where status = 'PENDING'",
      ...tenantOwned('notification_delivery'),
      // Whose deliveries are due, and when: nothing of what they say.
      `create policy notification_delivery_system_select on notification_delivery for select to ${SYSTEM_ROLE} using (true)`,
      `grant select (id, tenant_id, status, next_at, leased_until, created_at) on notification_delivery to ${SYSTEM_ROLE}`,

      // Whose keys are about to expire: nothing of what opens a door.
      `create policy api_key_system_select on api_key for select to ${SYSTEM_ROLE} using (true)`,
      `grant select (id, tenant_id, expires_at, revoked_at, warned_at) on api_key to ${SYSTEM_ROLE}`,
    ];
    for (const statement of statements) this.addSql(statement);
  }

  override down(): void {
    this.addSql('drop policy api_key_system_select on api_key');
    this.addSql(`revoke select (id, tenant_id, expires_at, revoked_at, warned_at) on api_key from ${SYSTEM_ROLE}`);
    for (const table of ['notification_delivery', 'notification_channel', 'notification_preference', 'notification'])
      this.addSql(`drop table ${table}`);
  }
}
