import { Migration } from '@mikro-orm/migrations';

/** Where the days of a tenant begin. */
export class AddTenantTimeZone extends Migration {
  override up(): void {
    this.addSql(`alter table tenant add column time_zone text not null default 'UTC'`);
  }

  override down(): void {
    this.addSql('alter table tenant drop column time_zone');
  }
}
