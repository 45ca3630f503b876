import { Migration } from '@mikro-orm/migrations';
import { SYSTEM_ROLE } from '../subgraphs/kernel/database/roles.ts';

/** Which consumer follows which topic, of all processes; no tenant's. */
export class CreateEventSubscription extends Migration {
  override up(): void {
    this.addSql('create table event_subscription (consumer text not null, topic text not null, primary key (consumer, topic))');
    this.addSql(`grant select, insert, delete on event_subscription to ${SYSTEM_ROLE}`);
  }

  override down(): void {
    this.addSql('drop table event_subscription');
  }
}
