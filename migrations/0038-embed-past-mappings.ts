import { Migration } from '@mikro-orm/migrations';
import { tenantOwned } from '../subgraphs/kernel/database/migration-sql.ts';

/**
 * What past mappings mean, as vectors: a table of its own, left out where pgvector is missing. What is like a column is then told by its words
 * alone.
 */
export class EmbedPastMappings extends Migration {
  override up(): void {
    const statements = [
      `create table past_mapping_vector (
        past_id uuid primary key references past_mapping (id) on delete cascade,
        tenant_id uuid not null,
        embedder text not null,
        meaning extensions.vector(256) not null
      )`,
      'create index past_mapping_vector_by_tenant on past_mapping_vector (tenant_id, embedder)',
      ...tenantOwned('past_mapping_vector'),
    ];
    const quoted = statements.map((statement) => `execute $statement$${statement}$statement$;`).join('\n');
    this.addSql(`do $migration$ begin
      if exists (select from pg_catalog.pg_extension where extname = 'vector') then
        ${quoted}
      else
        raise warning 'pgvector is not installed: past mappings are recalled by their words alone';
      end if;
    end $migration$`);
  }

  override down(): void {
    this.addSql('drop table if exists past_mapping_vector');
  }
}
