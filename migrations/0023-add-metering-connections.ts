import { Migration } from '@mikro-orm/migrations';

const BEFORE = "'FILES', 'POSTGRES', 'SALESFORCE', 'STRIPE', 'ZENDESK', 'NETSUITE', 'DATADOG', 'HUBSPOT'";

/** Connections to usage metering. */
export class AddMeteringConnections extends Migration {
  override up(): void {
    this.addSql('alter table connection drop constraint connection_kind_check');
    this.addSql(`alter table connection add constraint connection_kind_check check (kind in (${BEFORE}, 'METRONOME'))`);
  }

  override down(): void {
    this.addSql('alter table connection drop constraint connection_kind_check');
    // The owner is under row-level security too, and sees no rows of any tenant.
    this.addSql('alter table connection no force row level security');
    this.addSql("delete from connection where kind = 'METRONOME'");
    this.addSql('alter table connection force row level security');
    this.addSql(`alter table connection add constraint connection_kind_check check (kind in (${BEFORE}))`);
  }
}
