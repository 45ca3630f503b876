import { Migration } from '@mikro-orm/migrations';
import { systemMay, tenantOwned } from '../subgraphs/kernel/database/migration-sql.ts';

/** What sources look like, mapping proposals with their tables and fields, publications of the tenant's ontology, near matches of references. */
export class CreateOntology extends Migration {
  override up(): void {
    const statements = [
      `create table ontology_source (
        connection_id uuid primary key,
        tenant_id uuid not null,
        connection_name text not null,
        sync_id uuid not null,
        objects jsonb not null
      )`,
      'create index ontology_source_by_tenant on ontology_source (tenant_id)',
      ...tenantOwned('ontology_source'),

      `create table mapping_proposal (
        id uuid primary key,
        tenant_id uuid not null,
        connection_id uuid not null,
        connection_name text not null,
        status text not null check (status in ('PROPOSED', 'PUBLISHING', 'PUBLISHED', 'FAILED', 'SUPERSEDED')),
        problem jsonb,
        shape text not null,
        decisions jsonb not null,
        records_unified int not null default 0,
        published_version int,
        created_at timestamptz not null,
        decided_at timestamptz,
        decided_by uuid
      )`,
      'create index mapping_proposal_by_tenant on mapping_proposal (tenant_id, created_at, id)',
      'create index mapping_proposal_by_connection on mapping_proposal (tenant_id, connection_id, created_at)',
      "create unique index mapping_proposal_publishing on mapping_proposal (tenant_id, connection_id) where status = 'PUBLISHING'",
      ...tenantOwned('mapping_proposal'),
      ...systemMay('mapping_proposal', 'select'),

      `create table table_mapping (
        id uuid primary key,
        tenant_id uuid not null,
        proposal_id uuid not null references mapping_proposal (id) on delete cascade,
        object_id uuid not null,
        position int not null,
        entity_name text not null,
        definition jsonb not null
      )`,
      'create index table_mapping_by_tenant on table_mapping (tenant_id, proposal_id, position)',
      ...tenantOwned('table_mapping'),

      `create table field_mapping (
        id uuid primary key,
        tenant_id uuid not null,
        proposal_id uuid not null references mapping_proposal (id) on delete cascade,
        table_id uuid not null references table_mapping (id) on delete cascade,
        position int not null,
        entity_name text not null,
        attribute text not null,
        definition jsonb not null
      )`,
      'create index field_mapping_by_tenant on field_mapping (tenant_id, table_id, position)',
      'create index field_mapping_by_attribute on field_mapping (tenant_id, entity_name, attribute)',
      ...tenantOwned('field_mapping'),

      `create table ontology_publication (
        tenant_id uuid not null,
        version int not null,
        model jsonb not null,
        bindings jsonb not null,
        published_at timestamptz not null,
        primary key (tenant_id, version)
      )`,
      ...tenantOwned('ontology_publication'),

      `create table near_match (
        tenant_id uuid not null,
        object_id uuid not null,
        relation text not null,
        value text not null,
        entity_name text not null,
        target_id uuid not null,
        matched text not null,
        similarity double precision not null,
        records int not null,
        evidence text not null,
        primary key (tenant_id, object_id, relation, value)
      )`,
      ...tenantOwned('near_match'),
    ];
    for (const statement of statements) this.addSql(statement);
  }

  override down(): void {
    for (const table of ['near_match', 'ontology_publication', 'field_mapping', 'table_mapping', 'mapping_proposal', 'ontology_source'])
      this.addSql(`drop table ${table}`);
  }
}
