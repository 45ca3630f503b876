import { Migration } from '@mikro-orm/migrations';
import { tenantOwned } from '../subgraphs/kernel/database/migration-sql.ts';

/** Row rules, column masks, what members are to them, and the published model they name; a tenant's pseudonyms are made with a key of its own. */
export class CreateDataRules extends Migration {
  override up(): void {
    const statements = [
      `create table data_row_rule (
        id uuid primary key,
        tenant_id uuid not null,
        name text not null,
        entity_type text not null,
        path jsonb not null,
        operator text not null check (operator in ('IN', 'NOT_IN')),
        listed_values jsonb not null,
        user_attribute text,
        audience jsonb not null,
        cascades boolean not null,
        changed_by uuid not null,
        created_at timestamptz not null,
        changed_at timestamptz not null
      )`,
      'create index data_row_rule_by_name on data_row_rule (tenant_id, name, id)',
      ...tenantOwned('data_row_rule'),
      `create table data_column_mask (
        id uuid primary key,
        tenant_id uuid not null,
        name text not null,
        entity_type text,
        attribute text,
        sensitive text check (sensitive in ('EMAIL', 'PHONE', 'SALARY', 'PERSON')),
        mode text not null check (mode in ('HIDE', 'PSEUDONYM', 'PARTIAL')),
        audience jsonb not null,
        changed_by uuid not null,
        created_at timestamptz not null,
        changed_at timestamptz not null
      )`,
      'create index data_column_mask_by_name on data_column_mask (tenant_id, name, id)',
      ...tenantOwned('data_column_mask'),
      `create table user_data_attribute (
        tenant_id uuid not null,
        user_id uuid not null,
        groups jsonb not null,
        attributes jsonb not null,
        primary key (tenant_id, user_id)
      )`,
      ...tenantOwned('user_data_attribute'),
      'create table data_pseudonym_key (tenant_id uuid primary key, pseudonym_key text not null)',
      ...tenantOwned('data_pseudonym_key'),
      'create table data_rule_model (tenant_id uuid primary key, version int not null, model jsonb not null)',
      ...tenantOwned('data_rule_model'),
      // Databases that have published already: what is in force there. The owner is under the policies too, but for this moment.
      `do $$ begin
        if to_regclass('public.ontology_publication') is not null then
          alter table ontology_publication no force row level security;
          alter table data_rule_model no force row level security;
          insert into data_rule_model (tenant_id, version, model)
            select distinct on (tenant_id) tenant_id, version, model from ontology_publication order by tenant_id, version desc;
          alter table data_rule_model force row level security;
          alter table ontology_publication force row level security;
        end if;
      end $$`,
    ];
    for (const statement of statements) this.addSql(statement);
  }

  override down(): void {
    for (const table of ['data_rule_model', 'data_pseudonym_key', 'user_data_attribute', 'data_column_mask', 'data_row_rule'])
      this.addSql(`drop table ${table}`);
  }
}
