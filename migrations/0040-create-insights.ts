import { Migration } from '@mikro-orm/migrations';
import { tenantOwned } from '../subgraphs/kernel/database/migration-sql.ts';

/** What insights keeps of others: the tenant's published model with the version of its data, and how healthy each source object is. */
export class CreateInsights extends Migration {
  override up(): void {
    const statements = [
      `create table semantic_model (
        tenant_id uuid primary key,
        model_version int not null,
        data_version bigint not null,
        model jsonb not null
      )`,
      ...tenantOwned('semantic_model'),

      `create table source_health (
        tenant_id uuid not null,
        object_id uuid not null,
        connection_id uuid not null,
        records int not null,
        quarantined int not null,
        synced_at timestamptz not null,
        primary key (tenant_id, object_id)
      )`,
      ...tenantOwned('source_health'),
    ];
    for (const statement of statements) this.addSql(statement);
  }

  override down(): void {
    for (const table of ['source_health', 'semantic_model']) this.addSql(`drop table ${table}`);
  }
}
