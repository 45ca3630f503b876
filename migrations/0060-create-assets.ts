import { Migration } from '@mikro-orm/migrations';
import { tenantOwned } from '../subgraphs/kernel/database/migration-sql.ts';

/** The inventory: every connection and each of its objects. */
export class CreateAssets extends Migration {
  override up(): void {
    const statements = [
      `create table asset (
        id uuid primary key,
        tenant_id uuid not null,
        kind text not null check (kind in ('CONNECTION', 'DATA_OBJECT')),
        source_id uuid not null,
        connection_id uuid not null,
        parent_id uuid,
        name text not null,
        name_key text collate "C" not null,
        search_key text not null,
        owner_id uuid,
        record_count int,
        first_seen_at timestamptz not null,
        last_seen_at timestamptz not null,
        removed_at timestamptz,
        last_sequence bigint not null,
        facts jsonb not null,
        unique (tenant_id, source_id)
      )`,
      'create index asset_by_name on asset (tenant_id, name_key, id)',
      'create index asset_by_connection on asset (tenant_id, connection_id)',
      ...tenantOwned('asset'),
    ];
    for (const statement of statements) this.addSql(statement);
  }

  override down(): void {
    this.addSql('drop table asset');
  }
}
