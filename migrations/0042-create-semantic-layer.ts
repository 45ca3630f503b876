import { Migration } from '@mikro-orm/migrations';
import { tenantOwned } from '../subgraphs/kernel/database/migration-sql.ts';

/** How a tenant counts time and money, and the metrics it defined itself with all their versions. */
export class CreateSemanticLayer extends Migration {
  override up(): void {
    const statements = [
      `create table insights_settings (
        tenant_id uuid primary key,
        fiscal_year_start_month int not null check (fiscal_year_start_month between 1 and 12),
        fiscal_year_named_by text not null check (fiscal_year_named_by in ('START', 'END')),
        quarters text not null check (quarters in ('CALENDAR', 'FISCAL')),
        week_start text not null check (week_start in ('MONDAY', 'SUNDAY', 'SATURDAY')),
        reporting_currency text check (reporting_currency ~ '^[A-Z]{3}$'),
        version int not null check (version > 0),
        changed_by uuid not null,
        changed_at timestamptz not null
      )`,
      ...tenantOwned('insights_settings'),
      // A removed metric keeps its row and its versions: it can be restored, and its name keeps its meaning.
      `create table own_metric (
        tenant_id uuid not null,
        name text not null,
        version int not null check (version > 0),
        removed boolean not null default false,
        definition jsonb not null,
        changed_by uuid not null,
        changed_at timestamptz not null,
        primary key (tenant_id, name)
      )`,
      ...tenantOwned('own_metric'),
      `create table own_metric_version (
        tenant_id uuid not null,
        name text not null,
        version int not null check (version > 0),
        definition jsonb not null,
        changed_by uuid not null,
        changed_at timestamptz not null,
        primary key (tenant_id, name, version)
      )`,
      ...tenantOwned('own_metric_version'),
    ];
    for (const statement of statements) this.addSql(statement);
  }

  override down(): void {
    for (const table of ['own_metric_version', 'own_metric', 'insights_settings']) this.addSql(`drop table ${table}`);
  }
}
