import { Migration } from '@mikro-orm/migrations';
import { tenantOwned } from '../subgraphs/kernel/database/migration-sql.ts';

/** Who changed the ontology, why and to what; people's edits over what mappings give; drafts of them; saved views. */
export class VersionOntology extends Migration {
  override up(): void {
    const statements = [
      `alter table ontology_publication
        add column kind text not null default 'MAPPING' check (kind in ('MAPPING', 'EDIT', 'ROLL_BACK', 'REMOVAL')),
        add column base jsonb,
        add column overlay jsonb not null default '{"entities": {}}',
        add column changes jsonb not null default '[]',
        add column published_by uuid,
        add column note text,
        add column restored int`,

      `create table ontology_draft (
        tenant_id uuid not null,
        user_id uuid not null,
        based_on int not null,
        base jsonb not null,
        overlay jsonb not null,
        revision int not null,
        updated_at timestamptz not null,
        primary key (tenant_id, user_id)
      )`,
      ...tenantOwned('ontology_draft'),

      `create table entity_view (
        id uuid primary key,
        tenant_id uuid not null,
        name text not null,
        version int not null,
        definition jsonb not null,
        saved_at timestamptz not null,
        saved_by uuid not null,
        removed_at timestamptz
      )`,
      'create unique index entity_view_by_name on entity_view (tenant_id, name) where removed_at is null',
      'create index entity_view_by_time on entity_view (tenant_id, saved_at, id)',
      ...tenantOwned('entity_view'),
    ];
    for (const statement of statements) this.addSql(statement);
  }

  override down(): void {
    for (const table of ['entity_view', 'ontology_draft']) this.addSql(`drop table ${table}`);
    this.addSql(`alter table ontology_publication drop column kind, drop column base, drop column overlay, drop column changes,
      drop column published_by, drop column note, drop column restored`);
  }
}
