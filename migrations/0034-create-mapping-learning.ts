import { Migration } from '@mikro-orm/migrations';
import { tenantOwned } from '../subgraphs/kernel/database/migration-sql.ts';

/** What mappings are made with, by tenant: the policy about them, what was decided before, and the matcher’s weights where they were fitted. */
export class CreateMappingLearning extends Migration {
  override up(): void {
    const statements = [
      `create table mapping_policy (
        tenant_id uuid primary key,
        auto_accept boolean not null,
        auto_threshold double precision not null check (auto_threshold between 0 and 1),
        review_threshold double precision not null check (review_threshold between 0 and 1),
        changed_by uuid not null,
        changed_at timestamptz not null
      )`,
      ...tenantOwned('mapping_policy'),

      // Names and types of columns, never a value of one.
      `create table past_mapping (
        id uuid primary key,
        tenant_id uuid not null,
        origin text not null check (origin in ('DECISION', 'IMPORT')),
        connection_id uuid,
        object text not null,
        field text not null,
        words text not null,
        type text,
        entity text not null,
        attribute text not null,
        canonical boolean not null,
        accepted boolean not null,
        score double precision not null check (score between 0 and 1),
        times int not null check (times > 0),
        decided_by uuid,
        decided_at timestamptz not null
      )`,
      'create index past_mapping_by_time on past_mapping (tenant_id, origin, decided_at, id)',
      'create index past_mapping_by_words on past_mapping (tenant_id, words)',
      ...tenantOwned('past_mapping'),

      `create table matcher_weights (
        tenant_id uuid primary key,
        weights jsonb not null,
        pairs int not null,
        right_before double precision not null,
        right_after double precision not null,
        fitted_by uuid not null,
        fitted_at timestamptz not null
      )`,
      ...tenantOwned('matcher_weights'),
    ];
    for (const statement of statements) this.addSql(statement);
  }

  override down(): void {
    for (const table of ['matcher_weights', 'past_mapping', 'mapping_policy']) this.addSql(`drop table ${table}`);
  }
}
