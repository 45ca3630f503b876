import { Migration } from '@mikro-orm/migrations';
import { tenantOwned } from '../subgraphs/kernel/database/migration-sql.ts';

/** Owners that people, or agents for them, have named; and who there is to be named. */
export class AssignAssetOwners extends Migration {
  override up(): void {
    const statements = [
      'alter table asset add column owner_assigned boolean not null default false',
      'create index asset_by_owner on asset (tenant_id, owner_id)',
      `create table asset_person (
        tenant_id uuid not null,
        user_id uuid not null,
        primary key (tenant_id, user_id)
      )`,
      ...tenantOwned('asset_person'),
    ];
    for (const statement of statements) this.addSql(statement);
  }

  override down(): void {
    this.addSql('drop table asset_person');
    this.addSql('drop index asset_by_owner');
    this.addSql('alter table asset drop column owner_assigned');
  }
}
