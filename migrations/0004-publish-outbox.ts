import { Migration } from '@mikro-orm/migrations';
import { systemMay, tenantOwned } from '../subgraphs/kernel/database/migration-sql.ts';
import { APP_LOGIN, SYSTEM_ROLE } from '../subgraphs/kernel/database/roles.ts';

/** How far the relay has published the event log, and up to where each tenant's old entries are gone. */
export class PublishOutbox extends Migration {
  override up(): void {
    const statements = [
      // A row of its own: whoever marks what was published must not make the numbering relay skip its turn.
      `create table relay_publication (
        only_one boolean primary key default true check (only_one),
        published bigint not null default 0
      )`,
      'insert into relay_publication default values',
      `revoke all on relay_publication from ${APP_LOGIN}`,
      `grant select, update on relay_publication to ${SYSTEM_ROLE}`,

      `create table outbox_low_water (
        tenant_id uuid primary key,
        sequence bigint not null
      )`,
      ...tenantOwned('outbox_low_water'),
      `revoke insert, update, delete on outbox_low_water from ${APP_LOGIN}`,
      ...(['select', 'insert', 'update'] as const).flatMap((command) => systemMay('outbox_low_water', command)),
      ...systemMay('outbox_entry', 'delete'),
    ];
    for (const statement of statements) this.addSql(statement);
  }

  override down(): void {
    this.addSql('drop policy outbox_entry_system_delete on outbox_entry');
    this.addSql(`revoke delete on outbox_entry from ${SYSTEM_ROLE}`);
    for (const table of ['outbox_low_water', 'relay_publication']) this.addSql(`drop table ${table}`);
  }
}
