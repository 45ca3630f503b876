import { Migration } from '@mikro-orm/migrations';
import { tenantOwned } from '../subgraphs/kernel/database/migration-sql.ts';

/** How each tenant wants the values of its golden records chosen. */
export class CreateSurvivorship extends Migration {
  override up(): void {
    const statements = [
      `create table survivorship_policy (
        tenant_id uuid not null,
        entity_id uuid not null,
        trust jsonb not null,
        rules jsonb not null,
        updated_at timestamptz not null,
        updated_by uuid not null,
        primary key (tenant_id, entity_id)
      )`,
      ...tenantOwned('survivorship_policy'),
    ];
    for (const statement of statements) this.addSql(statement);
  }

  override down(): void {
    this.addSql('drop table survivorship_policy');
  }
}
