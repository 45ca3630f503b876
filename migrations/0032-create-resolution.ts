import { Migration } from '@mikro-orm/migrations';
import { tenantOwned } from '../subgraphs/kernel/database/migration-sql.ts';

/** How each tenant wants its entity types resolved. */
export class CreateResolution extends Migration {
  override up(): void {
    const statements = [
      `create table resolution_policy (
        tenant_id uuid not null,
        entity_name text not null,
        enabled boolean,
        within_source text not null default 'PROPOSE' check (within_source in ('OFF', 'PROPOSE', 'MERGE')),
        one_each boolean,
        match_threshold double precision,
        possible_threshold double precision,
        updated_at timestamptz not null,
        updated_by uuid not null,
        primary key (tenant_id, entity_name)
      )`,
      ...tenantOwned('resolution_policy'),
    ];
    for (const statement of statements) this.addSql(statement);
  }

  override down(): void {
    this.addSql('drop table resolution_policy');
  }
}
