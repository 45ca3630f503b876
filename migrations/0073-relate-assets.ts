import { Migration } from '@mikro-orm/migrations';
import { tenantOwned } from '../subgraphs/kernel/database/migration-sql.ts';

/** What assets have to do with each other, who may own them, and how the company stands day by day. */
export class RelateAssets extends Migration {
  override up(): void {
    const statements = [
      `create table asset_relation (
        tenant_id uuid not null,
        from_id uuid not null,
        position int not null,
        kind text not null,
        to_id uuid,
        name text collate "C" not null,
        count int not null,
        says text not null,
        record text,
        primary key (tenant_id, from_id, position)
      )`,
      'create index asset_relation_by_end on asset_relation (tenant_id, to_id)',
      ...tenantOwned('asset_relation'),

      `create table owner_suggestion (
        tenant_id uuid not null,
        asset_id uuid not null,
        position int not null,
        who text not null,
        source text not null,
        confidence double precision not null check (confidence between 0 and 1),
        tied boolean not null,
        says text not null,
        record text,
        primary key (tenant_id, asset_id, position)
      )`,
      ...tenantOwned('owner_suggestion'),

      `create table posture_day (
        tenant_id uuid not null,
        day date not null,
        department text not null,
        scan_id uuid not null,
        score double precision not null check (score between 0 and 100),
        posture jsonb not null,
        primary key (tenant_id, day, department)
      )`,
      ...tenantOwned('posture_day'),
    ];
    for (const statement of statements) this.addSql(statement);
  }

  override down(): void {
    for (const table of ['posture_day', 'owner_suggestion', 'asset_relation']) this.addSql(`drop table ${table}`);
  }
}
