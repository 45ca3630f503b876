import { Migration } from '@mikro-orm/migrations';
import { tenantOwned } from '../subgraphs/kernel/database/migration-sql.ts';

/** What metrics are computed of: the end of every lineage. */
export class CreateMetricUse extends Migration {
  override up(): void {
    this.addSql('create table metric_use (tenant_id uuid primary key, sequence bigint not null, metrics jsonb not null)');
    for (const statement of tenantOwned('metric_use')) this.addSql(statement);
  }

  override down(): void {
    this.addSql('drop table metric_use');
  }
}
