import { Migration } from '@mikro-orm/migrations';
import { tenantOwned } from '../subgraphs/kernel/database/migration-sql.ts';
import { SYSTEM_ROLE } from '../subgraphs/kernel/database/roles.ts';

/** Buttons in Slack: what a Slack app signs with, which member each user of Slack is, and which messages were taken. */
export class DecideInSlack extends Migration {
  override up(): void {
    const statements = [
      'alter table notification_channel add column signing_secret_sealed text, add column bot_token_sealed text',
      // Whose channel something came for: nothing of what opens it.
      `create policy notification_channel_system_select on notification_channel for select to ${SYSTEM_ROLE} using (true)`,
      `grant select (id, tenant_id) on notification_channel to ${SYSTEM_ROLE}`,

      `create table slack_user (
        id uuid primary key,
        tenant_id uuid not null references tenant (id) on delete cascade,
        team_id text not null,
        slack_user_id text not null,
        name text not null,
        user_id uuid not null references user_account (id) on delete cascade,
        way text not null check (way in ('EMAIL', 'CONFIRMED')),
        linked_at timestamptz not null
      )`,
      'create unique index slack_user_known on slack_user (tenant_id, team_id, slack_user_id)',
      'create index slack_user_by_time on slack_user (tenant_id, linked_at, id)',
      'create index slack_user_by_member on slack_user (user_id)',
      ...tenantOwned('slack_user'),

      `create table slack_press (
        tenant_id uuid not null references tenant (id) on delete cascade,
        digest text not null,
        at timestamptz not null,
        primary key (tenant_id, digest)
      )`,
      'create index slack_press_by_time on slack_press (tenant_id, at)',
      ...tenantOwned('slack_press'),
    ];
    for (const statement of statements) this.addSql(statement);
  }

  override down(): void {
    for (const table of ['slack_press', 'slack_user']) this.addSql(`drop table ${table}`);
    this.addSql('drop policy notification_channel_system_select on notification_channel');
    this.addSql(`revoke select (id, tenant_id) on notification_channel from ${SYSTEM_ROLE}`);
    this.addSql('alter table notification_channel drop column signing_secret_sealed, drop column bot_token_sealed');
  }
}
