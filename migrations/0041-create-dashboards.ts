import { Migration } from '@mikro-orm/migrations';
import { tenantOwned } from '../subgraphs/kernel/database/migration-sql.ts';

/** Saved dashboards: widgets with their questions and places, and the version that keeps two editors from overwriting each other. */
export class CreateDashboards extends Migration {
  override up(): void {
    const statements = [
      `create table dashboard (
        id uuid primary key,
        tenant_id uuid not null,
        title text not null,
        sentence text not null,
        persona text check (persona in ('CFO', 'CRO', 'COO', 'CTO')),
        version int not null check (version > 0),
        widgets jsonb not null,
        created_by uuid not null,
        updated_by uuid not null,
        created_at timestamptz not null,
        updated_at timestamptz not null
      )`,
      'create index dashboard_by_change on dashboard (tenant_id, updated_at, id)',
      ...tenantOwned('dashboard'),
    ];
    for (const statement of statements) this.addSql(statement);
  }

  override down(): void {
    this.addSql('drop table dashboard');
  }
}
