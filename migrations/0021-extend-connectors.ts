import { Migration } from '@mikro-orm/migrations';

const KINDS = "'FILES', 'POSTGRES', 'SALESFORCE', 'STRIPE', 'ZENDESK', 'NETSUITE', 'DATADOG', 'HUBSPOT'";

/** Connections to databases and vendors: their secrets and settings; how far incremental reads came; syncs that were cancelled. */
export class ExtendConnectors extends Migration {
  override up(): void {
    const statements = [
      'alter table connection drop constraint connection_kind_check',
      `alter table connection add constraint connection_kind_check check (kind in (${KINDS}))`,
      'alter table connection add column secret text',
      'alter table connection add column settings jsonb',
      'create index connection_by_location on connection (tenant_id, location)',
      'alter table source_object add column watermark jsonb',
      'alter table sync_run drop constraint sync_run_status_check',
      "alter table sync_run add constraint sync_run_status_check check (status in ('RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED'))",
    ];
    for (const statement of statements) this.addSql(statement);
  }

  override down(): void {
    const statements = [
      'alter table sync_run drop constraint sync_run_status_check',
      // The owner is under row-level security too, and sees no rows of any tenant.
      'alter table sync_run no force row level security',
      "update sync_run set status = 'FAILED' where status = 'CANCELLED'",
      'alter table sync_run force row level security',
      "alter table sync_run add constraint sync_run_status_check check (status in ('RUNNING', 'SUCCEEDED', 'FAILED'))",
      'alter table source_object drop column watermark',
      'drop index connection_by_location',
      'alter table connection drop column settings',
      'alter table connection drop column secret',
      'alter table connection drop constraint connection_kind_check',
      'alter table connection no force row level security',
      "delete from connection where kind <> 'FILES'",
      'alter table connection force row level security',
      "alter table connection add constraint connection_kind_check check (kind in ('FILES'))",
    ];
    for (const statement of statements) this.addSql(statement);
  }
}
