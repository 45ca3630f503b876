import { Migration } from '@mikro-orm/migrations';

const BEFORE = "'FILES', 'POSTGRES', 'SALESFORCE', 'STRIPE', 'ZENDESK', 'NETSUITE', 'DATADOG', 'HUBSPOT', 'METRONOME'";

/** Which kinds of connections there are is the connectors' to say: a new one needs no migration. */
export class OpenConnectionKinds extends Migration {
  override up(): void {
    this.addSql('alter table connection drop constraint connection_kind_check');
    this.addSql("alter table connection add constraint connection_kind_check check (kind ~ '^[A-Z][A-Z0-9_]{1,39}$')");
  }

  override down(): void {
    this.addSql('alter table connection drop constraint connection_kind_check');
    // The owner is under row-level security too, and sees no rows of any tenant.
    this.addSql('alter table connection no force row level security');
    this.addSql(`delete from connection where kind not in (${BEFORE})`);
    this.addSql('alter table connection force row level security');
    this.addSql(`alter table connection add constraint connection_kind_check check (kind in (${BEFORE}))`);
  }
}
