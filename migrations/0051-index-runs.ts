import { Migration } from '@mikro-orm/migrations';

/** How runs are listed and followed: by their connection, and by what happened to each. */
export class IndexRuns extends Migration {
  override up(): void {
    this.addSql(`create index durable_run_by_connection on durable_run (tenant_id, (subject ->> 'connectionId'), started_at, id)`);
    this.addSql(
      `create index outbox_entry_by_run on outbox_entry (tenant_id, (payload ->> 'runId'), sequence) where topic = 'runs.changed'`,
    );
  }

  override down(): void {
    for (const index of ['outbox_entry_by_run', 'durable_run_by_connection']) this.addSql(`drop index ${index}`);
  }
}
