import { Migration } from '@mikro-orm/migrations';

/** Which feeds a scan could not fetch, and why. */
export class NoteUnfetchedFeeds extends Migration {
  override up(): void {
    this.addSql(`alter table scan add column unfetched jsonb not null default '[]'`);
  }

  override down(): void {
    this.addSql('alter table scan drop column unfetched');
  }
}
