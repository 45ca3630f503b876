import { Migration } from '@mikro-orm/migrations';
import { tenantOwned } from '../subgraphs/kernel/database/migration-sql.ts';

/** Which language model a company has of its own, and the sealed key to it. */
export class CreateModelProvider extends Migration {
  override up(): void {
    const statements = [
      `create table model_provider (
        tenant_id uuid primary key,
        base_url text not null,
        models text[] not null,
        sealed_key text not null,
        set_by uuid not null,
        updated_at timestamptz not null
      )`,
      ...tenantOwned('model_provider'),
    ];
    for (const statement of statements) this.addSql(statement);
  }

  override down(): void {
    this.addSql('drop table model_provider');
  }
}
