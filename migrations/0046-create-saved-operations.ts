import { Migration } from '@mikro-orm/migrations';
import { tenantOwned } from '../subgraphs/kernel/database/migration-sql.ts';

/** GraphQL operations that people keep: their own, or for everybody of the company. */
export class CreateSavedOperations extends Migration {
  override up(): void {
    const statements = [
      `create table saved_operation (
        id uuid primary key,
        tenant_id uuid not null,
        name text not null,
        document text not null,
        variables jsonb not null,
        persona text check (persona in ('CFO', 'CRO', 'COO', 'CTO')),
        shared boolean not null,
        created_by uuid not null,
        updated_by uuid not null,
        created_at timestamptz not null,
        updated_at timestamptz not null
      )`,
      // One of each name among those of the company, and among those of each person.
      'create unique index saved_operation_shared_name on saved_operation (tenant_id, lower(name)) where shared',
      'create unique index saved_operation_own_name on saved_operation (tenant_id, created_by, lower(name)) where not shared',
      'create index saved_operation_by_time on saved_operation (tenant_id, updated_at, id)',
      ...tenantOwned('saved_operation'),
    ];
    for (const statement of statements) this.addSql(statement);
  }

  override down(): void {
    this.addSql('drop table saved_operation');
  }
}
