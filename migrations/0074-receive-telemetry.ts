import { Migration } from '@mikro-orm/migrations';
import { systemMay, tenantOwned } from '../subgraphs/kernel/database/migration-sql.ts';

/** Telemetry that is fetched from an address or sent to one, with their secrets sealed, and what came last. */
export class ReceiveTelemetry extends Migration {
  override up(): void {
    const statements = [
      'alter table telemetry_feed drop constraint telemetry_feed_kind_check',
      `alter table telemetry_feed add constraint telemetry_feed_kind_check check (kind in ('UPLOAD', 'FOLDER', 'URL', 'WEBHOOK'))`,
      'alter table telemetry_feed add column header text',
      'alter table telemetry_feed add column secret_sealed text',
      'alter table telemetry_feed add column previous_sealed text',
      'alter table telemetry_feed add column previous_until timestamptz',

      `create table telemetry_arrival (
        tenant_id uuid not null,
        feed_id uuid not null,
        tried_at timestamptz not null,
        arrived_at timestamptz,
        files int not null check (files >= 0),
        bytes bigint not null check (bytes >= 0),
        problem jsonb,
        primary key (tenant_id, feed_id)
      )`,
      ...tenantOwned('telemetry_arrival'),
      // Whose a webhook is has to be found out before anybody is known.
      ...systemMay('telemetry_feed', 'select'),
      'create index scan_file_by_feed on scan_file (tenant_id, feed_id, name)',
    ];
    for (const statement of statements) this.addSql(statement);
  }

  override down(): void {
    const statements = [
      'drop index scan_file_by_feed',
      'drop table telemetry_arrival',
      'drop policy telemetry_feed_system_select on telemetry_feed',
      'alter table telemetry_feed drop column previous_until',
      'alter table telemetry_feed drop column previous_sealed',
      'alter table telemetry_feed drop column secret_sealed',
      'alter table telemetry_feed drop column header',
      `delete from telemetry_feed where kind in ('URL', 'WEBHOOK')`,
      'alter table telemetry_feed drop constraint telemetry_feed_kind_check',
      `alter table telemetry_feed add constraint telemetry_feed_kind_check check (kind in ('UPLOAD', 'FOLDER'))`,
    ];
    for (const statement of statements) this.addSql(statement);
  }
}
